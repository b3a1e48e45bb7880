using Assay.Scoring;

namespace Assay.Comparisons;

/// <summary>How a scorer's metric is called in comparisons.</summary>
internal static class ComparedMetric
{
    /// <summary>The key of the mean that runs log; else the scorer's name.</summary>
    public static string KeyOf(ScorerDescription scorer) =>
        scorer.Aggregates.FirstOrDefault(aggregate => aggregate.Kind == AggregateKind.Mean)?.Key ?? scorer.Name;

    /// <summary>All keys of a scorer that can be compared.</summary>
    public static IEnumerable<string> KeysOf(ScorerDescription scorer) => scorer.Aggregates
        .Where(aggregate => aggregate.Kind is AggregateKind.Corpus or AggregateKind.Mean).Select(aggregate => aggregate.Key).DefaultIfEmpty(scorer.Name);

    /// <summary>Whether a user who writes this means this scorer's metric.</summary>
    public static bool IsNamed(ScorerDescription scorer, string key) =>
        key == scorer.Name || key == KeyOf(scorer) || scorer.Aggregates.Any(aggregate => aggregate.Key == key && aggregate.Kind == AggregateKind.Corpus);
}
