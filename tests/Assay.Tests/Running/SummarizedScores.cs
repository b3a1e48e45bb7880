using Assay.Results;
using Assay.Running;
using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Tests.Running;

/// <summary>What an evaluation makes of a column of scores.</summary>
internal static class SummarizedScores
{
    public static ScorerSummary Of(IEnumerable<double?> scores) =>
        Of(scores, Scorers.Own("own", ScoreKind.Unbounded, ScoreDirection.None, (_, _) => default));

    /// <summary>With all six figures that are made of a column.</summary>
    public static ScorerSummary OfAll(IEnumerable<double?> scores) => Of(scores, new AllFigures());

    public static ScorerSummary Of(IEnumerable<double?> scores, IScorer scorer)
    {
        var column = scores.ToList();
        var slots = new ScoreSlots(column.Count);
        for (var i = 0; i < column.Count; i++)
        {
            slots.Set(i, column[i], column[i] is null ? "none was given" : null);
        }

        return ScorerSummaries.Of(scorer, slots, new RunContext(new IntervalOptions()));
    }

    private sealed class AllFigures : IScorer
    {
        private static readonly AggregateKind[] Kinds =
            [AggregateKind.Mean, AggregateKind.Variance, AggregateKind.P90, AggregateKind.Median, AggregateKind.Minimum, AggregateKind.Maximum];

        public ScorerDescription Description { get; } =
            Scorers.Own("own", ScoreKind.Unbounded, ScoreDirection.None, (_, _) => default).Description with
            {
                Aggregates = [.. Kinds.Select(kind => new AggregateDefinition($"own/{kind}", kind))],
            };

        public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) => default;
    }
}
