using Assay.Results;
using Assay.Scoring;

namespace Assay.Running;

/// <summary>What the figures themselves give reason to warn of.</summary>
internal static class SummaryWarnings
{
    public static IEnumerable<string> Of(IReadOnlyList<ScorerSummary> scorers) => [.. Remarks(scorers), .. Unscored(scorers), .. Undefined(scorers)];

    private static IEnumerable<string> Unscored(IReadOnlyList<ScorerSummary> scorers) =>
        from scorer in scorers
        where scorer is { Scored: 0, NotScored.Count: > 0 }
        select $"{scorer.Scorer.Name} scored no row: {scorer.NotScored[0].Reason}";

    private static IEnumerable<string> Undefined(IReadOnlyList<ScorerSummary> scorers) =>
        from scorer in scorers
        from figure in scorer.Aggregates
        where figure.Kind == AggregateKind.Corpus && double.IsNaN(figure.Value)
        select $"{figure.Key} has no value: {CorpusFigures.Undefined}";

    private static IEnumerable<string> Remarks(IReadOnlyList<ScorerSummary> scorers) =>
        from scorer in scorers
        where scorer.Scorer.ReasonsAreWarnings
        from remark in scorer.Remarks
        select $"{scorer.Scorer.Name}, {Rows(remark.Rows)}: {remark.Reason}";

    private static string Rows(long rows) => rows == 1 ? "1 row" : $"{rows} rows";
}
