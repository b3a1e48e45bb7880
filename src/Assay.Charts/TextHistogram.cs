namespace Assay.Charts;

/// <summary>A histogram for a terminal, of block characters.</summary>
public static class TextHistogram
{
    private const string Heights = "▁▂▃▄▅▆▇█";

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
}
