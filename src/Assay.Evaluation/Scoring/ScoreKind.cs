namespace Assay.Scoring;

/// <summary>What kind of number a scorer gives; statistics, gates and pages choose by it.</summary>
public enum ScoreKind
{
    /// <summary>0 or 1.</summary>
    PassFail,

    /// <summary>Between 0 and 1.</summary>
    UnitInterval,

    /// <summary>A step of a scale, such as 1 to 5.</summary>
    Ordinal,

    /// <summary>Any number.</summary>
    Unbounded,
}
