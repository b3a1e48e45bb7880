namespace Assay.Charts;

/// <summary>A figure with its interval about 0, for a terminal.</summary>
public static class TextInterval
{
    /// <summary>
    /// One line of so many characters, an odd number, 0 in the middle: <c>     │ ├──●──┤ </c>. Without an interval the dot is open.
    /// </summary>
    public static string Line(double value, (double Low, double High)? interval, double reach, int width)
    {
        var x = new Scale(-reach, reach, 0, width - 1);
        var line = new char[width];
        Array.Fill(line, ' ');
        if (interval is { } ends)
        {
            var (low, high) = (At(x, ends.Low), At(x, ends.High));
            line.AsSpan(low, high - low + 1).Fill('─');
            (line[low], line[high]) = ('├', '┤');
        }

        line[width / 2] = line[width / 2] switch { ' ' => '│', '─' => '┼', var end => end };
        line[At(x, value)] = interval is null ? '○' : '●';
        return new string(line);
    }

    private static int At(Scale x, double value) => (int)Math.Round(x[value]);
}
