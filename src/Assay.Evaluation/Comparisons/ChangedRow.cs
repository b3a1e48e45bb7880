namespace Assay.Comparisons;

/// <summary>A row whose score changed much.</summary>
/// <param name="RowId">Its id in the first run.</param>
/// <param name="A">The first run's score, of several answers their mean.</param>
/// <param name="B">The second run's.</param>
public sealed record ChangedRow(string RowId, double A, double B)
{
    internal UInt128 Key { get; init; }

    /// <summary>B − A.</summary>
    public double Difference => B - A;

    /// <summary>What was asked, as the first run has it.</summary>
    public string? Input { get; init; }

    /// <summary>What was expected.</summary>
    public string? Reference { get; init; }

    /// <summary>The first run's answer, the first of several.</summary>
    public string? OutputA { get; init; }

    /// <summary>The second run's answer, the first of several.</summary>
    public string? OutputB { get; init; }
}
