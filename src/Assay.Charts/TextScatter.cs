namespace Assay.Charts;

/// <summary>Points over two axes for a terminal.</summary>
public static class TextScatter
{
    private const int TickWidth = 10;
    private const string Signs = "123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>
    /// Lines of at most so many characters: the points on the frontier by their numbers (from the tenth on letters), the others as <c>○</c>; a number
    /// hides a <c>○</c> at its place.
    /// </summary>
    public static IReadOnlyList<string> Lines(ScatterFigure figure, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var (across, up) = ScatterChart.Ranges(figure);
        var columns = width - TickWidth - 2;
        var (x, y) = (new Scale(across.Low, across.High, 0, columns - 1), new Scale(up.Low, up.High, height - 1, 0));
        var field = Enumerable.Range(0, height).Select(_ => new string(' ', columns).ToCharArray()).ToArray();
        foreach (var point in figure.Points.Where(point => !point.IsOnFrontier))
        {
            field[At(y, point.Y)][At(x, point.X)] = '○';
        }

        var frontier = ScatterChart.Frontier(figure);
        for (var i = 0; i < frontier.Count; i++)
        {
            field[At(y, frontier[i].Y)][At(x, frontier[i].X)] = Sign(i);
        }

        return Framed(figure, field, x, y);
    }

    /// <summary>What stands for a point of the frontier, the cheapest first.</summary>
    public static char Sign(int place) => place < Signs.Length ? Signs[place] : '*';

    private static List<string> Framed(ScatterFigure figure, char[][] field, Scale x, Scale y)
    {
        var lines = new List<string> { figure.YLabel };
        var up = Ticks.Nice(y.Low, y.High);
        var labels = up.Values.ToLookup(tick => At(y, tick), tick => figure.Number(tick, up.Decimals));
        for (var row = 0; row < field.Length; row++)
        {
            var label = labels[row].FirstOrDefault();
            lines.Add($"{label ?? "",TickWidth} {(label is null ? '│' : '┤')}{new string(field[row])}".TrimEnd());
        }

        var ticks = Ticks.Nice(x.Low, x.High);
        var axis = new string('─', field[0].Length).ToCharArray();
        var below = new string(' ', TickWidth + 2 + field[0].Length).ToCharArray();
        foreach (var tick in ticks.Values)
        {
            var text = figure.Number(tick, ticks.Decimals);
            axis[At(x, tick)] = '┬';
            var left = Math.Clamp(TickWidth + 2 + At(x, tick) - (text.Length / 2), 0, Math.Max(0, below.Length - text.Length));
            text.AsSpan(0, Math.Min(text.Length, below.Length)).CopyTo(below.AsSpan(left));
        }

        lines.Add(new string(' ', TickWidth + 1) + '└' + new string(axis));
        lines.Add(new string(below).TrimEnd());
        lines.Add(figure.XLabel.PadLeft(below.Length));
        return lines;
    }

    private static int At(Scale scale, double value) => (int)Math.Round(scale[value]);
}
