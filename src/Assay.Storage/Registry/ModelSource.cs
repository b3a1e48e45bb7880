using System.Globalization;
using Assay.Storage.LoggedModels;
using Assay.Storage.Sql;
using Assay.Storage.Tracking;

namespace Assay.Storage.Registry;

/// <summary>Where the files of a version are, and the run that made them, as far as its source tells.</summary>
internal static class ModelSource
{
    private const string Models = "models:/";
    private const string Runs = "runs:/";

    /// <summary>Follows <c>models:/m-…</c>, <c>models:/NAME/VERSION</c>, <c>models:/NAME@ALIAS</c> and <c>runs:/RUN/PATH</c>; others lie where they say.</summary>
    public static async Task<(string Location, string? RunId)> ResolveAsync(SqlSession session, string source)
    {
        if (source.StartsWith(Models, StringComparison.Ordinal))
        {
            try
            {
                return await OfModelAsync(session, source[Models.Length..].Trim('/')).ConfigureAwait(false);
            }
            catch (AssayException error)
            {
                throw new AssayException(
                    error.Code, $"Unable to fetch model from model URI source artifact location '{source}'. Error: {error.Message}", error);
            }
        }

        return source.StartsWith(Runs, StringComparison.Ordinal)
            ? (await OfRunAsync(session, source).ConfigureAwait(false), null)
            : (source, null);
    }

    private static async Task<(string Location, string? RunId)> OfModelAsync(SqlSession session, string path)
    {
        var parts = path.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return (await OfVersionAsync(session, Uri.UnescapeDataString(parts[0]), number).ConfigureAwait(false), null);
        }

        if (parts.Length == 1 && path.Split('@') is [var name, var alias])
        {
            name = Uri.UnescapeDataString(name);
            var model = await RegisteredModelTable.GetAsync(session, name).ConfigureAwait(false);
            var version = await AliasTable.VersionAsync(session, model.Key, alias).ConfigureAwait(false)
                ?? throw new AssayException(ErrorCode.InvalidParameterValue, $"Registered model alias {alias} not found.");
            return (await OfVersionAsync(session, name, (int)version).ConfigureAwait(false), null);
        }

        if (parts.Length == 1)
        {
            var logged = await LoggedModelTable.GetAsync(session, path).ConfigureAwait(false);
            return (logged.Model.ArtifactUri, logged.Model.SourceRunId);
        }

        throw new AssayException(
            ErrorCode.InvalidParameterValue, "Not a model's URI: write models:/MODEL_ID, models:/NAME/VERSION or models:/NAME@ALIAS");
    }

    private static async Task<string> OfVersionAsync(SqlSession session, string name, int version) =>
        (await ModelVersionTable.GetAsync(session, name, version).ConfigureAwait(false)).Version.StorageLocation;

    /// <summary>A run that is not here keeps its URI: the version may have been copied from another server.</summary>
    private static async Task<string> OfRunAsync(SqlSession session, string source)
    {
        var (runId, path) = source[Runs.Length..].Trim('/').Split('/', 2) is [var id, var under] ? (id, "/" + under) : (source[Runs.Length..].Trim('/'), "");
        var artifacts = await RunTable.FindArtifactUriAsync(session, runId).ConfigureAwait(false);
        return artifacts is null ? source : artifacts + path;
    }
}
