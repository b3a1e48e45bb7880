namespace Assay.Charts;

/// <summary>A bar with its interval for a terminal, of block characters.</summary>
public static class TextBar
{
    /// <summary>
    /// One line of so many characters, from 0 (or from the axis' nearer end) to the value: solid as far as the interval is sure, denser up to the value,
    /// pale beyond it: <c>██████▓▓░░</c>. Without an interval all of it is solid. A value that is not the start has at least one character.
    /// </summary>
    public static string Line(double value, (double Low, double High)? interval, double low, double high, int width)
    {
        var x = new Scale(low, high, 0, width);
        var start = Math.Clamp(0, Math.Min(low, high), Math.Max(low, high));
        var line = new char[width];
        Array.Fill(line, ' ');
        var (from, to) = interval ?? (value, value);
        var isUp = value >= start;
        var (sure, far) = isUp ? (from, to) : (to, from);
        Fill(line, x, start, value, '▓');
        Fill(line, x, value, far, '░');
        if (isUp ? sure > start : sure < start)
        {
            Fill(line, x, start, sure, '█');
        }

        if (value != start && !line.AsSpan().ContainsAny('█', '▓') && width > 0)
        {
            line[Math.Clamp((int)x[start] - (isUp ? 0 : 1), 0, width - 1)] = interval is null ? '█' : '▓';
        }

        return new string(line);
    }

    private static void Fill(char[] line, Scale x, double from, double to, char with)
    {
        var (left, right) = ((int)Math.Round(x[Math.Min(from, to)]), (int)Math.Round(x[Math.Max(from, to)]));
        line.AsSpan(left, right - left).Fill(with);
    }
}
