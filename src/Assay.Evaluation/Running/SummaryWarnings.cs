using Assay.Results;
using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Running;

/// <summary>What the figures themselves give reason to warn of.</summary>
internal static class SummaryWarnings
{
    private const int MostReasons = 5;

    public static IEnumerable<string> Of(IReadOnlyList<ScorerSummary> scorers) => 
        [.. Remarks(scorers), .. scorers.SelectMany(scorer => scorer.Warnings), .. Unscored(scorers), .. Unread(scorers), .. Undefined(scorers), .. FewRows(scorers)];

    private static IEnumerable<string> Unscored(IReadOnlyList<ScorerSummary> scorers) =>
        from scorer in scorers
        where scorer is { Scored: 0, NotScored.Count: > 0 }
        select $"{scorer.Scorer.Name} scored no row: {scorer.NotScored[0].Reason}";

    /// <summary>Answers that could not be read, where some could.</summary>
    private static IEnumerable<string> Unread(IReadOnlyList<ScorerSummary> scorers) =>
        from scorer in scorers
        where scorer is { Scored: > 0, Scorer.ReasonsAreWarnings: true }
        from reason in scorer.NotScored.Take(MostReasons)
        select $"{scorer.Scorer.Name}, {Rows(reason.Rows)} without a score: {reason.Reason}";

    private static IEnumerable<string> FewRows(IReadOnlyList<ScorerSummary> scorers)
    {
        var few = scorers.Where(scorer => scorer.Scored is >= IntervalLimits.Rows and < IntervalLimits.Comfortable
            && scorer.Aggregates.Any(figure => figure.Interval is not null && !IsExact(figure))).ToList();
        if (few.Count > 0)
        {
            yield return $"fewer than {IntervalLimits.Comfortable} scored rows: the intervals of {string.Join(", ", few.Select(scorer => scorer.Scorer.Name))} are rough";
        }
    }

    /// <summary>Whether the interval holds what it says at any number of rows.</summary>
    private static bool IsExact(AggregateResult figure) => figure.Method is "Wilson" or "Wilson, adjusted" or "Clopper-Pearson" or "order statistics";

    private static IEnumerable<string> Undefined(IReadOnlyList<ScorerSummary> scorers) =>
        from scorer in scorers
        from figure in scorer.Aggregates
        where scorer.Warnings.Count == 0 && figure.Kind == AggregateKind.Corpus && double.IsNaN(figure.Value)
        select $"{figure.Key} has no value: {CorpusFigures.Undefined}";

    private static IEnumerable<string> Remarks(IReadOnlyList<ScorerSummary> scorers) =>
        from scorer in scorers
        where scorer.Scorer.ReasonsAreWarnings
        from remark in scorer.Remarks
        select $"{scorer.Scorer.Name}, {Rows(remark.Rows)}: {remark.Reason}";

    private static string Rows(long rows) => rows == 1 ? "1 row" : $"{rows} rows";
}
