namespace Assay.Scoring;

/// <summary>How a column of scores becomes one number.</summary>
public enum AggregateKind
{
    /// <summary>The arithmetic mean.</summary>
    Mean,

    /// <summary>The variance of the scores themselves (divisor n).</summary>
    Variance,

    /// <summary>The 90th percentile, linear interpolation.</summary>
    P90,

    /// <summary>The share of scores at or over the scorer's threshold.</summary>
    Ratio,

    /// <summary>The figure of all rows together, which is no average of theirs: the scorer's own (<see cref="ICorpusScorer"/>).</summary>
    Corpus,

    /// <summary>The median: the 50th percentile, linear interpolation.</summary>
    Median,

    /// <summary>The smallest score.</summary>
    Minimum,

    /// <summary>The largest score.</summary>
    Maximum,
}
