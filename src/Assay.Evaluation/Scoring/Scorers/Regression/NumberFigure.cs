namespace Assay.Scoring.Scorers.Regression;

/// <summary>One figure of the numbers of a run.</summary>
/// <param name="Key">Its metric key.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Formula">The figure of some rows' expected and given numbers; null where it is an average of the rows' scores.</param>
/// <param name="Kind">How it is computed.</param>
internal sealed record NumberFigure(
    string Key, ScoreDirection Direction, NumberFigure.OfRows? Formula, AggregateKind Kind = AggregateKind.Corpus)
{
    public delegate double OfRows(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted);

    public AggregateDefinition Aggregate => new(Key, Kind) { Direction = Direction };
}
