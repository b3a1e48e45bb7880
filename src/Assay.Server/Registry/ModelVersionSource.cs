using Assay.Registry;
using Assay.Server.Mlflow;

namespace Assay.Server.Registry;

/// <summary>
/// Which sources a client may register: a version's source is later read through servers, so it must not name a file of this machine that is
/// not a run's, nor climb out of where it seems to be.
/// </summary>
internal static class ModelVersionSource
{
    private const string IsPrompt = "mlflow.prompt.is_prompt";
    private const int MostDecodings = 8;

    public static async Task CheckAsync(MlflowCall call, NewModelVersion version)
    {
        // A prompt's text is in a tag; its source says nothing.
        if (version.Tags.Any(tag => tag.Key == IsPrompt))
        {
            return;
        }

        if (LocalPath(version.Source) is { } path)
        {
            if (!await IsOfOwnerAsync(call, version, path).ConfigureAwait(false))
            {
                throw Invalid(
                    version.Source,
                    "To use a local path as a model version source, the run_id request parameter has to be specified and the local path has to be "
                    + "contained within the artifact directory of the run specified by the run_id.");
            }
        }
        else if (Climbs(version.Source))
        {
            throw Invalid(
                version.Source,
                "If supplying a source as an http, https, local file path, ftp, objectstore, or mlflow-artifacts uri, an absolute path must be "
                + "provided without relative path references present. Please provide an absolute path.");
        }
    }

    /// <summary>Whether the path lies in the artifacts of the run or the logged model that the version is said to be of.</summary>
    private static async Task<bool> IsOfOwnerAsync(MlflowCall call, NewModelVersion version, string path)
    {
        var owner = version switch
        {
            { ModelId: { Length: > 0 } model } => (await call.Store.LoggedModels.GetAsync(model, call.Cancel).ConfigureAwait(false)).ArtifactUri,
            { RunId: { Length: > 0 } run } => (await call.Store.Tracking.GetRunAsync(run, call.Cancel).ConfigureAwait(false)).ArtifactUri,
            _ => null,
        };
        if (owner is null || LocalPath(owner) is not { } root || path.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        var below = Path.GetRelativePath(Path.GetFullPath(root), Path.GetFullPath(path));
        return below != ".." && !below.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.IsPathRooted(below);
    }

    /// <summary>The path of a URI that names a file of this machine; null for others.</summary>
    private static string? LocalPath(string uri)
    {
        if (uri.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return Uri.TryCreate(uri, UriKind.Absolute, out var file) ? file.LocalPath : uri["file:".Length..];
        }

        var colon = uri.IndexOf(':', StringComparison.Ordinal);
        var hasScheme = colon > 1 && uri.AsSpan(0, colon).IndexOfAny('/', '\\', ' ') < 0;
        return hasScheme ? null : uri;
    }

    private static bool Climbs(string source)
    {
        var form = source;
        for (var i = 0; i < MostDecodings; i++)
        {
            if (form.Contains('\0', StringComparison.Ordinal) || form.Split('/', '\\').Any(part => part is "." or ".."))
            {
                return true;
            }

            var decoded = Uri.UnescapeDataString(form);
            if (decoded == form)
            {
                return false;
            }

            form = decoded;
        }

        return true;
    }

    private static AssayException Invalid(string source, string why) =>
        new(ErrorCode.InvalidParameterValue, $"Invalid model version source: '{source}'. {why}");
}
