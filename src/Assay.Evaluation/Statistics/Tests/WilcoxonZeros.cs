namespace Assay.Statistics;

/// <summary>What becomes of differences of zero in a Wilcoxon test.</summary>
public enum WilcoxonZeros
{
    /// <summary>Left out before ranking (Wilcoxon 1945).</summary>
    LeftOut,

    /// <summary>Ranked, then left out (Pratt 1959).</summary>
    Pratt,

    /// <summary>Ranked, their ranks shared between both sides.</summary>
    Split,
}
