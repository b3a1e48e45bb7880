using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Artifacts;
using Assay.Formats;
using Assay.Tracking;

namespace Assay.Results;

/// <summary>A file of a run that says what the run found, as JSON.</summary>
internal static class RunFile
{
    /// <summary>
    /// What a file holds; null when the run has none. Throws <see cref="BadInputException"/> when it holds something else: whoever may log to a run may
    /// have written it.
    /// </summary>
    /// <param name="artifacts">Where the files of runs are.</param>
    /// <param name="run">The run.</param>
    /// <param name="path">The file.</param>
    /// <param name="type">What it should hold.</param>
    /// <param name="isSound">Whether what was read can be what was written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<T?> ReadAsync<T>(
        IArtifactStore artifacts, Run run, string path, JsonTypeInfo<T> type, Func<T, bool> isSound, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var content = await artifacts.OpenReadAsync(run.ArtifactUri, path, cancellationToken).ConfigureAwait(false);
            await using var closing = content.ConfigureAwait(false);
            var found = await JsonSerializer.DeserializeAsync(content, type, cancellationToken).ConfigureAwait(false);
            return found is null || isSound(found) ? found : throw new JsonException("its figures do not go together");
        }
        catch (JsonException broken)
        {
            throw new BadInputException(
                $"the run {run.RunId} ({OneLine.Of(run.RunName, 80)}): its file {path} is not what Assay writes ({OneLine.Of(broken.Message)}); "
                + "put back the one that the evaluation wrote, or delete it to see the rest of the run",
                broken);
        }
        catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
        {
            return null;
        }
    }
}
