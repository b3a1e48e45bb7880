using System.Text.RegularExpressions;
using Assay.Registry;

namespace Assay.Import.Copying;

/// <summary>
/// Where the files of a version lie now. Its source names the place that they were logged to, in the folder or on the server that is
/// left behind; they have been copied with their run or their logged model.
/// </summary>
internal sealed partial class SourcePlaces(IAssayStore target)
{
    /// <summary>Where its files are in the target; null when the target can tell from the source, which names a run or a model.</summary>
    public async Task<string?> FindAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var place = (version.StorageLocation.Length > 0 ? version.StorageLocation : version.Source).Replace('\\', '/');
        try
        {
            if (LoggedModelPlace().Match(place) is { Success: true } model)
            {
                return (await target.LoggedModels.GetAsync(model.Groups["id"].Value, cancellationToken).ConfigureAwait(false)).ArtifactUri + model.Groups["rest"].Value;
            }

            if (RunPlace().Match(place) is { Success: true } run)
            {
                return (await target.Tracking.GetRunAsync(run.Groups["id"].Value, cancellationToken).ConfigureAwait(false)).ArtifactUri + run.Groups["rest"].Value;
            }
        }
        catch (AssayException missing) when (missing.Code is ErrorCode.ResourceDoesNotExist or ErrorCode.NotImplemented)
        {
            // It was not copied: the old place says at least where it was.
        }

        return version.Source.StartsWith("runs:/", StringComparison.Ordinal) || version.Source.StartsWith("models:/", StringComparison.Ordinal)
            ? null
            : place;
    }

    [GeneratedRegex("/models/(?<id>m-[0-9a-fA-F]{32})/artifacts(?<rest>(/.*)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex LoggedModelPlace();

    [GeneratedRegex("/(?<id>[0-9a-fA-F]{32})/artifacts(?<rest>(/.*)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex RunPlace();
}
