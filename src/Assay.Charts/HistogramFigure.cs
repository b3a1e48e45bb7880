namespace Assay.Charts;

/// <summary>What a histogram shows: bins of equal width.</summary>
public sealed record HistogramFigure
{
    internal const double NarrowWidth = 336;

    /// <summary>How wide the picture is; narrow enough for a panel of a page unless said otherwise.</summary>
    public double Width { get; init; } = NarrowWidth;

    /// <summary>How high it is, apart from the line of the unit.</summary>
    public double Height { get; init; } = 120;

    /// <summary>The lower edge of the first bin.</summary>
    public required double Low { get; init; }

    /// <summary>The upper edge of the last bin.</summary>
    public required double High { get; init; }

    /// <summary>How many values each bin holds.</summary>
    public required IReadOnlyList<long> Counts { get; init; }

    /// <summary>What it is, in a few words: the picture's accessible name.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>The unit under the axis; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>A value to mark, and its label.</summary>
    public (double Value, string Label)? Threshold { get; init; }

    /// <summary>Writes a value with so many decimals, as the reader's language does.</summary>
    public required Func<double, int, string> Number { get; init; }

    /// <summary>What the pointer reads on a bin: lower edge, upper edge, count.</summary>
    public required Func<double, double, long, string> BinLabel { get; init; }

    /// <summary>The address of what lies in a bin, which makes the bin a link; null where there is none.</summary>
    public Func<int, string>? BinHref { get; init; }

    /// <summary>The edges of a bin.</summary>
    public (double Low, double High) Bin(int index)
    {
        var width = (High - Low) / Counts.Count;
        return (Low + (width * index), index == Counts.Count - 1 ? High : Low + (width * (index + 1)));
    }
}
