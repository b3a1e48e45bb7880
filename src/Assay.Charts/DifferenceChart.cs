namespace Assay.Charts;

/// <summary>
/// A forest plot as SVG: a dot and a whisker for each difference about one line of no difference. Metrics have units of their own, so every line
/// has its own scale, on which its farthest end lies at the edge: sides and distances from the middle can be compared, lengths cannot. Differences of
/// one metric share a scale, and an axis says which.
/// </summary>
public static class DifferenceChart
{
    private const double Top = 6, Axis = 20;

    // Name, line and figures beside each other; narrow, the line below the two.
    private static readonly Room Wide = new(720, 262, 502, 26) { Name = 250, Label = 514, TextAbove = 0, LongestName = 40 };
    private static readonly Room Narrow = new(340, 8, 332, 46) { Name = 8, Label = 332, TextAbove = 18, LongestName = 24 };

    /// <summary>The picture. A difference without an interval is an open dot.</summary>
    public static string Render(DifferenceFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var room = figure.IsNarrow ? Narrow : Wide;
        var height = (room.Row * figure.Lines.Count) + (2 * Top);
        var svg = new MarkupBuilder();
        Frame.Open(svg, room.Width, height + (figure.Number is null ? 0 : Axis), figure.Title, figure.Description);
        var shared = figure.Lines.Select(Reach).DefaultIfEmpty(0).Max();
        if (figure.Number is { } number)
        {
            AddAxis(svg, number, room.About(shared), height);
        }

        var y = Top + ((room.Row + room.TextAbove) / 2);
        foreach (var line in figure.Lines)
        {
            AddLine(svg, line, room, room.About(figure.Number is null ? Reach(line) : shared), y);
            y += room.Row;
        }

        return Frame.Close(svg.Add($"""<path d="M{room.Middle} 2V{height - 2}" stroke="{Colours.Mark}" stroke-dasharray="3 2"/>"""));
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

    private static void AddLine(MarkupBuilder svg, DifferenceLine line, Room room, Scale x, double y)
    {
        var (beside, text) = (room.TextAbove == 0, y + 4 - room.TextAbove);
        svg.Add($"""<g><title>{line.Name}: {line.Label}</title>""")
            .Add($"""<text x="{room.Name}" y="{text}" text-anchor="{(beside ? "end" : "start")}">{ShortText.Middle(line.Name, room.LongestName)}</text>""");
        if (line.Margin is { } margin)
        {
            svg.Add($"""<rect x="{x[-margin]}" y="{y - 9}" width="{x[margin] - x[-margin]}" height="18" fill="{Colours.Grid}"/>""");
        }

        svg.Add($"""<path d="M{room.Left} {y}H{room.Right}" stroke="{Colours.Grid}"/>""");
        if (line.Interval is { } interval)
        {
            var (low, high) = (x[interval.Low], x[interval.High]);
            svg.Add($"""<path d="M{low} {y}H{high}M{low} {y - 4}v8M{high} {y - 4}v8" stroke="{Colours.Bar}" stroke-width="2" fill="none"/>""");
        }

        var fill = line.Interval is null ? Colours.Paper : Colours.Bar;
        svg.Add($"""<circle cx="{x[line.Value]}" cy="{y}" r="3.5" fill="{fill}" stroke="{Colours.Bar}" stroke-width="1.5"/>""")
            .Add($"""<text x="{room.Label}" y="{text}" text-anchor="{(beside ? "start" : "end")}">{line.Label}</text></g>""");
    }

    private sealed record Room(double Width, double Left, double Right, double Row)
    {
        public double Name { get; init; }

        public double Label { get; init; }

        /// <summary>How far above the line name and figures stand; 0 for beside it.</summary>
        public double TextAbove { get; init; }

        public int LongestName { get; init; }

        public double Middle => (Left + Right) / 2;

        public Scale About(double reach) => new(-reach, reach, Left, Right);
    }
}
