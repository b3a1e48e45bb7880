using Assay.Results;
using Assay.Tracking;

namespace Assay.Web.Evaluations;

/// <summary>The summary of a run's evaluation.</summary>
internal static class RunSummary
{
    /// <summary>The tag with which an evaluation begins: by it a run is known for one before its summary is read.</summary>
    public const string Tag = "assay.evaluation.data";

    /// <summary>Whether a run is an evaluation.</summary>
    public static bool IsExpected(Run run) => run.Tags.Any(tag => tag.Key == Tag);

    /// <summary>What was found by each scorer, by its name: nothing without a summary.</summary>
    public static IReadOnlyDictionary<string, ScorerSummary> ByScorer(EvaluationSummary? summary) =>
        (summary?.Scorers ?? []).ToDictionary(of => of.Scorer.Name, StringComparer.Ordinal);

    /// <summary>Null when there is none, it is none of ours, or it is kept out of this server's reach.</summary>
    public static async Task<EvaluationSummary?> ReadAsync(IAssayStore store, Run run, CancellationToken cancellationToken)
    {
        try
        {
            return await SummaryArtifact.ReadAsync(store.Artifacts, run, cancellationToken).ConfigureAwait(false);
        }
        catch (BadInputException)
        {
            return null;
        }
        catch (AssayException away) when (away.Code is not ErrorCode.TemporarilyUnavailable)
        {
            return null;
        }
    }

    /// <summary>For lists of runs, which are worth more than one summary: null also when it cannot be read now.</summary>
    public static async Task<EvaluationSummary?> TryReadAsync(IAssayStore store, Run run, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(store, run, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception away) when (away is AssayException or BadInputException or IOException or HttpRequestException)
        {
            return null;
        }
    }
}
