using System.Text.Json;
using Assay.Results;
using Assay.Tracking;

namespace Assay.Web.Evaluations;

/// <summary>The summary of a run's evaluation.</summary>
internal static class RunSummary
{
    /// <summary>Null when there is none, it is none of ours, or it is kept out of this server's reach.</summary>
    public static async Task<EvaluationSummary?> ReadAsync(IAssayStore store, Run run, CancellationToken cancellationToken)
    {
        try
        {
            return await SummaryArtifact.ReadAsync(store.Artifacts, run.ArtifactUri, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (AssayException away) when (away.Code is not ErrorCode.TemporarilyUnavailable)
        {
            return null;
        }
    }
}
