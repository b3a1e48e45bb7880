namespace Assay.Comparisons;

/// <summary>A test of whether two runs differ on the same rows.</summary>
public enum PairedTest
{
    /// <summary>McNemar's, mid-p: for pass or fail.</summary>
    McNemarMidP,

    /// <summary>McNemar's, exact: for pass or fail.</summary>
    McNemarExact,

    /// <summary>McNemar's by the chi-square distribution: for pass or fail with many rows.</summary>
    McNemar,

    /// <summary>The sign-flip permutation test: for any score.</summary>
    Permutation,

    /// <summary>Wilcoxon's signed ranks.</summary>
    Wilcoxon,

    /// <summary>Student's t of the differences.</summary>
    T,

    /// <summary>The sign test.</summary>
    Sign,
}
