using Assay.Evaluations;

namespace Assay.Web.Evaluations;

/// <summary>Rows in stores of which some keep none.</summary>
internal static class EvaluatedRows
{
    /// <summary>How many rows a run has; none where the store keeps none.</summary>
    public static async Task<EvaluationCounts> CountAsync(IAssayStore store, string runId, CancellationToken cancellationToken)
    {
        try
        {
            return await store.Evaluations.CountAsync(runId, cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException none) when (none.Code == ErrorCode.NotImplemented)
        {
            return default;
        }
    }
}
