using Assay.Evaluations;
using Assay.Results;
using Assay.Scoring;
using Assay.Web.Visits;

namespace Assay.Web.Runs;

/// <summary>Reads the rows that a reader of figures wants to see first: those where it went wrong.</summary>
internal static class RowExcerptReader
{
    /// <summary>The parameter of the address that names the scorer.</summary>
    public const string ScorerName = "worst";

    // Sorting takes time with the number of rows: of more than these a first page shows what no order is needed for.
    private const long MostSorted = 5_000;
    private const int Shown = 5;

    /// <summary>The scorers whose scores have a worse end.</summary>
    public static IEnumerable<ScorerSummary> Ranking(EvaluationSummary? summary) =>
        summary?.Scorers.Where(of => of.Scored > 0 && of.Scorer.Direction != ScoreDirection.None) ?? [];

    /// <summary>Null where there are no rows, or the store keeps none.</summary>
    public static async Task<RowExcerpt?> ReadAsync(Visit visit, string runId, EvaluationSummary? summary, CancellationToken cancellationToken)
    {
        if (summary?.Rows.Total == 0)
        {
            return null;
        }

        var query = new EvaluationRowQuery { RunId = runId, MaxResults = Shown };
        var asked = visit.Query(ScorerName);
        var ranking = Ranking(summary).ToList();
        var scorer = summary?.Rows.Total > MostSorted ? null : ranking.Find(of => of.Scorer.Name == asked) ?? ranking.FirstOrDefault();
        var (choice, chosen) = scorer is not null
            ? (RowExcerptChoice.Worst, query with { OrderByScorer = scorer.Scorer.Name, Descending = scorer.Scorer.Direction == ScoreDirection.Lower })
            : summary?.Rows.Failed > 0 ? (RowExcerptChoice.Failed, query with { Failed = true })
            : (RowExcerptChoice.First, query);
        try
        {
            var rows = await visit.Store.Evaluations.ReadAsync(chosen, cancellationToken).ConfigureAwait(false);
            return rows.Items.Count == 0 ? null : new RowExcerpt(rows.Items, choice, scorer?.Scorer.Name);
        }
        catch (AssayException none) when (none.Code == ErrorCode.NotImplemented)
        {
            return null;
        }
    }
}
