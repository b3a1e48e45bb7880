namespace Assay.Charts;

/// <summary>
/// A forest plot as SVG: a dot and a whisker for each difference about one line of no difference. Metrics have units of their own, so every line
/// has its own scale, on which its farthest end lies at the edge: sides and distances from the middle can be compared, lengths cannot. Differences of
/// one metric share a scale, and an axis says which.
/// </summary>
public static class DifferenceChart
{
    private const double Width = 720, Names = 250, Left = 262, Right = 502, Row = 26, Top = 6, Axis = 20;
    private const int LongestName = 40;

    /// <summary>The picture. A difference without an interval is an open dot.</summary>
    public static string Render(DifferenceFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var height = (Row * figure.Lines.Count) + (2 * Top);
        var svg = new MarkupBuilder();
        Frame.Open(svg, Width, height + (figure.Number is null ? 0 : Axis), figure.Title, figure.Description);
        var middle = (Left + Right) / 2;
        var shared = figure.Lines.Select(Reach).DefaultIfEmpty(0).Max();
        if (figure.Number is { } number)
        {
            AddAxis(svg, number, new Scale(-shared, shared, Left, Right), height);
        }

        var y = Top + (Row / 2);
        foreach (var line in figure.Lines)
        {
            AddLine(svg, line, figure.Number is null ? Reach(line) : shared, y);
            y += Row;
        }

        return Frame.Close(svg.Add($"""<path d="M{middle} 2V{height - 2}" stroke="{Colours.Mark}" stroke-dasharray="3 2"/>"""));
    }

    /// <summary>How far a line goes from the middle.</summary>
    private static double Reach(DifferenceLine line) =>
        new[] { line.Value, line.Interval?.Low ?? 0, line.Interval?.High ?? 0, line.Margin ?? 0 }.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static void AddAxis(MarkupBuilder svg, Func<double, int, string> number, Scale x, double bottom)
    {
        var ticks = Ticks.Nice(x.Low, x.High);
        foreach (var tick in ticks.Values)
        {
            svg.Add($"""<path d="M{x[tick]} {Top}V{bottom}" stroke="{Colours.Grid}"/>""")
                .Add($"""<text x="{x[tick]}" y="{bottom + 12}" text-anchor="middle">{(tick > 0 ? "+" : "")}{number(tick, ticks.Decimals)}</text>""");
        }
    }

    private static void AddLine(MarkupBuilder svg, DifferenceLine line, double reach, double y)
    {
        var x = new Scale(-reach, reach, Left, Right);
        svg.Add($"""<g><title>{line.Name}: {line.Label}</title><text x="{Names}" y="{y + 4}" text-anchor="end">{ShortText.Middle(line.Name, LongestName)}</text>""");
        if (line.Margin is { } margin)
        {
            svg.Add($"""<rect x="{x[-margin]}" y="{y - 9}" width="{x[margin] - x[-margin]}" height="18" fill="{Colours.Grid}"/>""");
        }

        svg.Add($"""<path d="M{Left} {y}H{Right}" stroke="{Colours.Grid}"/>""");
        if (line.Interval is { } interval)
        {
            var (low, high) = (x[interval.Low], x[interval.High]);
            svg.Add($"""<path d="M{low} {y}H{high}M{low} {y - 4}v8M{high} {y - 4}v8" stroke="{Colours.Bar}" stroke-width="2" fill="none"/>""");
        }

        var fill = line.Interval is null ? Colours.Paper : Colours.Bar;
        svg.Add($"""<circle cx="{x[line.Value]}" cy="{y}" r="3.5" fill="{fill}" stroke="{Colours.Bar}" stroke-width="1.5"/>""")
            .Add($"""<text x="{Right + 12}" y="{y + 4}">{line.Label}</text></g>""");
    }
}
