using Assay.Results;

namespace Assay.Running;

/// <summary>What the figures themselves give reason to warn of.</summary>
internal static class SummaryWarnings
{
    public static IEnumerable<string> Of(IReadOnlyList<ScorerSummary> scorers) =>
        from scorer in scorers
        where scorer.Scorer.ReasonsAreWarnings
        from remark in scorer.Remarks
        select $"{scorer.Scorer.Name}, {Rows(remark.Rows)}: {remark.Reason}";

    private static string Rows(long rows) => rows == 1 ? "1 row" : $"{rows} rows";
}
