using System.Text.RegularExpressions;
using Assay.Registry;

namespace Assay.Import.Copying;

/// <summary>
/// Where the files of a version lie now. A version's source names the place that they were logged to, in the folder or on the server that is
/// left behind; they have been copied with their run or their logged model.
/// </summary>
internal sealed partial class SourcePlaces(IAssayStore target)
{
    /// <summary>The version's source in the target; unchanged where it names no place of a run or model that is there.</summary>
    public async Task<string> FindAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var source = version.Source.Replace('\\', '/');
        try
        {
            if (LoggedModelPlace().Match(source) is { Success: true } model)
            {
                return (await target.LoggedModels.GetAsync(model.Groups["id"].Value, cancellationToken).ConfigureAwait(false)).ArtifactUri + model.Groups["rest"].Value;
            }

            if (RunPlace().Match(source) is { Success: true } run)
            {
                return (await target.Tracking.GetRunAsync(run.Groups["id"].Value, cancellationToken).ConfigureAwait(false)).ArtifactUri + run.Groups["rest"].Value;
            }
        }
        catch (AssayException missing) when (missing.Code is ErrorCode.ResourceDoesNotExist or ErrorCode.NotImplemented)
        {
            // It was not copied: the old place says at least where it was.
        }

        return version.Source;
    }

    [GeneratedRegex("/models/(?<id>m-[0-9a-fA-F]{32})/artifacts(?<rest>(/.*)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex LoggedModelPlace();

    [GeneratedRegex("/(?<id>[0-9a-fA-F]{32})/artifacts(?<rest>(/.*)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex RunPlace();
}
