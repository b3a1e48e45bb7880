using Assay.Classification;

namespace Assay.Scoring.Scorers.Classification;

/// <summary>One figure of all rows together.</summary>
/// <param name="Key">Its metric key.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Formula">The figure of some rows.</param>
internal sealed record CorpusFigure(string Key, ScoreDirection Direction, CorpusFigure.OfRows Formula)
{
    /// <summary>The figure of some rows and their counts; null where it has no meaning, NaN where it is undefined.</summary>
    public delegate double? OfRows(LabelColumns columns, ClassCounts counts, ReadOnlySpan<int> rows);

    public AggregateDefinition Aggregate => new(Key, AggregateKind.Corpus) { Direction = Direction };
}
