using Assay.Results;
using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Running;

/// <summary>The scores of a scorer over a run, one a row, and the figures that are made of them.</summary>
internal sealed class ScoreColumn
{
    private readonly ScorerDescription _scorer;
    private readonly ScoreSlots _slots;
    private readonly RunContext _context;
    private readonly double[] _sorted;
    private readonly RowGroups? _groups;
    private readonly ColumnIntervals _intervals;

    public ScoreColumn(ScorerDescription scorer, ScoreSlots slots, RunContext context)
    {
        (_scorer, _slots, _context) = (scorer, slots, context);
        (Rows, Scores) = slots.Scored();
        _sorted = Scores.AsSpan().ToArray();
        Array.Sort(_sorted);
        _groups = context.Groups?.Of(Rows);
        _intervals = Intervals(Scores);
    }

    /// <summary>The rows that have a score.</summary>
    public int[] Rows { get; }

    /// <summary>Their scores; of a row that was asked several times, the mean.</summary>
    public double[] Scores { get; }

    /// <summary>Null when no row has a score.</summary>
    public AggregateResult? Figure(AggregateDefinition figure) => Scores.Length == 0 ? null : figure.Kind switch
    {
        AggregateKind.Mean => Result(figure, Aggregates.Mean(Scores), _scorer.Kind == ScoreKind.PassFail ? _intervals.Share() : _intervals.Mean()),
        AggregateKind.Variance => Result(figure, Aggregates.Variance(Scores), _intervals.Variance(_sorted)),
        AggregateKind.P90 => Result(figure, Aggregates.Percentile(_sorted, 90), _intervals.Quantile(0.9, _sorted)),
        AggregateKind.Median => Result(figure, Median(_sorted), _intervals.Quantile(0.5, _sorted)),
        AggregateKind.Minimum => Result(figure, _sorted[0], Extreme("smaller")),
        AggregateKind.Maximum => Result(figure, double.IsNaN(_sorted[0]) ? double.NaN : _sorted[^1], Extreme("greater")),
        AggregateKind.Ratio => Ratio(figure),
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    // The mean of the two in the middle, as numpy has it: an interpolation would make NaN of a number and an infinity.
    private static double Median(double[] sorted) => double.IsNaN(sorted[0]) ? double.NaN
        : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
        : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;

    private AggregateResult Ratio(AggregateDefinition figure)
    {
        var reached = _slots.Scored(score => score >= _scorer.Threshold ? 1 : 0).Scores;
        return Result(figure, Aggregates.Mean(reached), Intervals(reached).Share());
    }

    private ColumnIntervals Intervals(double[] scores) =>
        new(scores, _groups, _scorer.Scale ?? (_scorer.Kind == ScoreKind.UnitInterval ? new Interval(0, 1) : null), _context.Intervals);

    private static IntervalEstimate Extreme(string other) =>
        IntervalEstimate.None($"nothing in the scores tells how much {other} others may be");

    private static AggregateResult Result(AggregateDefinition figure, double? value, IntervalEstimate estimate) =>
        new(figure.Key, figure.Kind, value!.Value, estimate.Interval, estimate.Reason, estimate.Method);
}
