using System.Text;

namespace Assay.Charts;

/// <summary>A histogram for a terminal, of block characters.</summary>
public static class TextHistogram
{
    private const string Heights = "▁▂▃▄▅▆▇█";
    private const string Widths = "▏▎▍▌▋▊▉█";

    /// <summary>One line, a character a bin: <c>▁▃█▅ ▂</c>. An empty bin is a space, and no bin that holds anything looks empty.</summary>
    public static string Line(IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var most = counts.Count == 0 ? 0 : counts.Max();
        return string.Create(counts.Count, (counts, most), static (line, state) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                var count = state.counts[i];
                line[i] = count <= 0 ? ' ' : Heights[(int)Math.Ceiling(count * 8.0 / state.most) - 1];
            }
        });
    }

    /// <summary>One line a bin, each with its edges, a bar of at most <paramref name="width"/> characters, and its count.</summary>
    public static IReadOnlyList<string> Lines(HistogramFigure figure, int width = 30)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var decimals = Ticks.Nice(figure.Low, figure.High, figure.Counts.Count + 1).Decimals;
        var most = Math.Max(1, figure.Counts.Count == 0 ? 0 : figure.Counts.Max());
        var edges = Enumerable.Range(0, figure.Counts.Count).Select(figure.Bin)
            .Select(b => (Low: figure.Number(b.Low, decimals), High: figure.Number(b.High, decimals))).ToArray();
        var (low, high) = (edges.Select(e => e.Low.Length).DefaultIfEmpty().Max(), edges.Select(e => e.High.Length).DefaultIfEmpty().Max());
        return [.. edges.Select((edge, i) =>
            $"{edge.Low.PadLeft(low)} – {edge.High.PadLeft(high)} {Bar(figure.Counts[i], most, width).PadRight(width)} {figure.Number(figure.Counts[i], 0)}")];
    }

    /// <summary>A bar in eighths of a character.</summary>
    private static string Bar(long count, long most, int width)
    {
        var eighths = count <= 0 ? 0 : Math.Max(1, (int)Math.Round(count * 8.0 * width / most));
        var bar = new StringBuilder().Append('█', eighths / 8);
        return (eighths % 8 == 0 ? bar : bar.Append(Widths[(eighths % 8) - 1])).ToString();
    }
}
