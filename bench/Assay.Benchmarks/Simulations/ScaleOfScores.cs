namespace Assay.Benchmarks.Simulations;

/// <summary>What the scores of a family are; each scale has intervals of its own.</summary>
internal enum ScaleOfScores
{
    /// <summary>0 or 1.</summary>
    PassFail,

    /// <summary>Between 0 and 1.</summary>
    Unit,

    /// <summary>1 to 5, whole.</summary>
    Rating,

    /// <summary>0 to 100.</summary>
    Grade,

    /// <summary>Any number.</summary>
    Unbounded,
}
