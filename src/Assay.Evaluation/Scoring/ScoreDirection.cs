namespace Assay.Scoring;

/// <summary>Which way is better.</summary>
public enum ScoreDirection
{
    /// <summary>Neither: it describes.</summary>
    None,

    /// <summary>Higher is better.</summary>
    Higher,

    /// <summary>Lower is better.</summary>
    Lower,
}
