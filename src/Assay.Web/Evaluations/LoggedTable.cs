using Assay.Tracking;
using Assay.Web.Artifacts;
using Assay.Web.Components;

namespace Assay.Web.Evaluations;

/// <summary>The rows of an evaluation by <c>mlflow.evaluate</c>, which leaves them in a file of the run.</summary>
internal static class LoggedTable
{
    /// <summary>The file.</summary>
    public const string Path = "eval_results_table.json";

    /// <summary>Whether a run says that it has such a file: no file is looked for.</summary>
    public static bool IsSaid(Run run) => run.Tags.Any(tag => tag.Key == KnownTags.LoggedFiles && tag.Value.Contains($"\"{Path}\"", StringComparison.Ordinal));

    /// <summary>Its first rows; null when there is no such table, or it cannot be read now: the run's figures are worth more than its rows.</summary>
    public static async Task<ArtifactFile?> ReadAsync(IAssayStore store, Run run, CancellationToken cancellationToken)
    {
        try
        {
            var files = await store.Artifacts.ListAsync(run.ArtifactUri, null, cancellationToken).ConfigureAwait(false);
            return files.FirstOrDefault(file => file.Path == Path) is { } info
                && await ArtifactFileReader.ReadAsync(store.Artifacts, run.ArtifactUri, info, asTree: false, cancellationToken).ConfigureAwait(false) is { Table: not null } table
                    ? table : null;
        }
        catch (Exception away) when (away is AssayException or BadInputException or IOException or HttpRequestException)
        {
            return null;
        }
    }
}
