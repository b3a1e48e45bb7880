namespace Assay.Charts;

/// <summary>A horizontal bar for each figure with a whisker for its interval, its name on the left and its label on the right, as SVG.</summary>
public static class BarChart
{
    private const double Left = 210, Right = 510, Width = 680, Row = 24, Top = 6, Axis = 34;
    private const int LongestName = 34;

    /// <summary>The picture.</summary>
    public static string Render(BarFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var bottom = Top + (Row * figure.Bars.Count);
        var x = new Scale(figure.Low, figure.High, Left, Right);
        var svg = new MarkupBuilder();
        Frame.Open(svg, Width, bottom + Axis, figure.Title, figure.Description);
        AddAxis(svg, figure, x, bottom);
        var zero = x[Math.Clamp(0, Math.Min(figure.Low, figure.High), figure.High)];
        for (var i = 0; i < figure.Bars.Count; i++)
        {
            AddBar(svg, figure.Bars[i], x, zero, Top + (Row * i));
        }

        return Frame.Close(svg);
    }

    private static void AddBar(MarkupBuilder svg, Bar bar, Scale x, double zero, double top)
    {
        var middle = top + (Row / 2);
        var name = bar.IsMarked ? "★ " + bar.Name : bar.Name;
        svg.Add($"""<g><title>{bar.Name}: {bar.Label}</title><text x="{Left - 8}" y="{middle + 4}" text-anchor="end">{ShortText.Middle(name, LongestName)}</text>""");
        if (bar.Value is { } value)
        {
            var at = x[value];
            svg.Add($"""<rect x="{Math.Min(zero, at)}" y="{top + 4}" width="{Math.Abs(at - zero)}" height="{Row - 8}" fill="{(bar.IsMarked ? Colours.Mark : Colours.Bar)}"/>""");
        }

        if (bar.Interval is { } interval)
        {
            var (low, high) = (x[interval.Low], x[interval.High]);
            var whisker = Markup.Of($"""d="M{low} {middle}H{high}M{low} {middle - 5}v10M{high} {middle - 5}v10" fill="none" """);

            // Seen on the bar as well as beside it.
            svg.Add($"""<path {whisker}stroke="{Colours.Paper}" stroke-width="4"/><path {whisker}stroke="{Colours.Ink}" stroke-width="1.5"/>""");
        }

        svg.Add($"""<text x="{Right + 10}" y="{middle + 4}">{bar.Label}</text></g>""");
    }

    private static void AddAxis(MarkupBuilder svg, BarFigure figure, Scale x, double bottom)
    {
        var ticks = Ticks.Nice(figure.Low, figure.High, 6);
        foreach (var tick in ticks.Values)
        {
            svg.Add($"""<path d="M{x[tick]} {Top}V{bottom + 4}" stroke="{Colours.Grid}"/>""")
                .Add($"""<text x="{x[tick]}" y="{bottom + 16}" text-anchor="middle">{figure.Number(tick, ticks.Decimals)}</text>""");
        }

        svg.Add($"""<path d="M{Left} {bottom}H{Right}" stroke="{Colours.Axis}"/>""");
        if (figure.Unit is { } unit)
        {
            svg.Add($"""<text x="{Right}" y="{bottom + 30}" text-anchor="end">{unit}</text>""");
        }
    }
}
