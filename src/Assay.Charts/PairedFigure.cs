namespace Assay.Charts;

/// <summary>What a paired-difference chart shows: the same rows under two runs, the second's score less the first's, and the mean of that.</summary>
public sealed record PairedFigure
{
    /// <summary>The differences.</summary>
    public required PairedBins Bins { get; init; }

    /// <summary>Their mean.</summary>
    public required double Mean { get; init; }

    /// <summary>The mean's interval; null when none can be given.</summary>
    public (double Low, double High)? Interval { get; init; }

    /// <summary>What stands beside the mean.</summary>
    public required string MeanLabel { get; init; }

    /// <summary>What lies left of 0: <c>first higher</c>.</summary>
    public required string LeftLabel { get; init; }

    /// <summary>What lies right of 0.</summary>
    public required string RightLabel { get; init; }

    /// <summary>What it is, in a few words: the picture's accessible name.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether it is for a narrow screen.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>How a value on an axis is written, with so many decimals.</summary>
    public required Func<double, int, string> Number { get; init; }

    /// <summary>What the pointer reads on a bin: its lower edge, upper edge, count.</summary>
    public required Func<double, double, long, string> BinLabel { get; init; }
}
