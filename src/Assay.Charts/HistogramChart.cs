namespace Assay.Charts;

/// <summary>
/// Bars over an axis, one a bin, as SVG. Colours are CSS custom properties of the page, with fallbacks for a picture on its own.
/// </summary>
public static class HistogramChart
{
    private const double UnitHeight = 14, Foot = 20, Edge = 8;

    /// <summary>The picture.</summary>
    public static string Render(HistogramFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var most = figure.Counts.Count == 0 ? 0 : figure.Counts.Max();
        var area = Area.Of(figure);
        var (x, y) = (new Scale(figure.Low, figure.High, area.Left, area.Right), new Scale(0, Math.Max(1, most), area.Bottom, Area.Top));
        var svg = new MarkupBuilder();
        Frame.Open(svg, figure.Width, figure.Unit is null ? figure.Height : figure.Height + UnitHeight, figure.Title, figure.Description,
            figure.BinHref is null ? "img" : "group");
        AddCountAxis(svg, figure, most, y, area);
        AddBars(svg, figure, y, area);
        AddThreshold(svg, figure, x, area);
        AddValueAxis(svg, figure, x, area);
        return Frame.Close(svg);
    }

    private static void AddCountAxis(MarkupBuilder svg, HistogramFigure figure, long most, Scale y, Area area)
    {
        foreach (var tick in Ticks.Nice(0, Math.Max(1, most), area.IsWide ? 6 : 3).Values.Where(t => t % 1 == 0))
        {
            var line = Math.Round(y[tick]) + 0.5;
            svg.Add($"""<path d="M{area.Left} {line}H{area.Right}" stroke="{(tick == 0 ? Colours.Axis : Colours.Grid)}"/>""")
                .Add($"""<text x="{area.Left - 6}" y="{line + 4}" text-anchor="end">{figure.Number(tick, 0)}</text>""");
        }
    }

    /// <summary>A bin with anything in it is at least a line high; each has a full-height target for the pointer.</summary>
    private static void AddBars(MarkupBuilder svg, HistogramFigure figure, Scale y, Area area)
    {
        var step = (area.Right - area.Left) / Math.Max(1, figure.Counts.Count);
        var gap = step > 6 ? 1 : 0;
        for (var i = 0; i < figure.Counts.Count; i++)
        {
            var (low, high) = figure.Bin(i);
            var top = figure.Counts[i] == 0 ? area.Bottom : Math.Min(y[figure.Counts[i]], area.Bottom - 1);
            var label = figure.BinLabel(low, high, figure.Counts[i]);
            var href = figure.Counts[i] > 0 ? figure.BinHref?.Invoke(i) : null;
            svg.Add(href is null ? Markup.None : Markup.Of($"""<a href="{href}" aria-label="{label}">"""))
                .Add($"""<g><title>{label}</title>""")
                .Add($"""<rect x="{area.Left + (step * i)}" y="{Area.Top}" width="{step}" height="{area.Bottom - Area.Top}" fill="transparent"/>""")
                .Add($"""<rect x="{area.Left + (step * i) + gap}" y="{top}" width="{step - gap}" height="{area.Bottom - top}" fill="{Colours.Bar}"/></g>""")
                .Add(href is null ? Markup.None : new Markup("</a>"));
        }
    }

    private static void AddThreshold(MarkupBuilder svg, HistogramFigure figure, Scale x, Area area)
    {
        if (figure.Threshold is not { } mark || mark.Value < figure.Low || mark.Value > figure.High)
        {
            return;
        }

        var at = x[mark.Value];
        var (anchor, nudge) = at > (area.Left + area.Right) / 2 ? ("end", -4) : ("start", 4);
        svg.Add($"""<path d="M{at} {Area.Top - 12}V{area.Bottom}" stroke="{Colours.Mark}" stroke-dasharray="3 2"/>""")
            .Add($"""<text x="{at + nudge}" y="{Area.Top - 5}" text-anchor="{anchor}">{mark.Label}</text>""");
    }

    private static void AddValueAxis(MarkupBuilder svg, HistogramFigure figure, Scale x, Area area)
    {
        var ticks = Ticks.Nice(figure.Low, figure.High, area.IsWide ? 11 : 5);
        foreach (var tick in ticks.Values)
        {
            svg.Add($"""<path d="M{x[tick]} {area.Bottom}v4" stroke="{Colours.Axis}"/>""")
                .Add($"""<text x="{x[tick]}" y="{area.Bottom + 16}" text-anchor="middle">{figure.Number(tick, ticks.Decimals)}</text>""");
        }

        if (figure.Unit is { } unit)
        {
            svg.Add($"""<text x="{area.Right}" y="{figure.Height + UnitHeight - 3}" text-anchor="end">{unit}</text>""");
        }
    }

    /// <summary>Where the bars stand.</summary>
    private readonly record struct Area(double Left, double Right, double Bottom)
    {
        public const double Top = 16;

        public static Area Of(HistogramFigure figure) =>
            new(figure.Width > HistogramFigure.NarrowWidth ? 50 : 34, figure.Width - Edge, figure.Height - Foot);

        public bool IsWide => Right > HistogramFigure.NarrowWidth;
    }
}
