namespace Assay.Charts;

/// <summary>
/// Bars over an axis, one a bin, as SVG. Colours are CSS custom properties of the page, with fallbacks for a picture on its own.
/// </summary>
public static class HistogramChart
{
    private const double Width = 336, Height = 120, UnitHeight = 14, Left = 34, Right = 328, Top = 16, Bottom = 100;

    /// <summary>The picture.</summary>
    public static string Render(HistogramFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var most = figure.Counts.Count == 0 ? 0 : figure.Counts.Max();
        var (x, y) = (new Scale(figure.Low, figure.High, Left, Right), new Scale(0, Math.Max(1, most), Bottom, Top));
        var svg = new MarkupBuilder();
        Frame.Open(svg, Width, figure.Unit is null ? Height : Height + UnitHeight, figure.Title, figure.Description);
        AddCountAxis(svg, figure, most, y);
        AddBars(svg, figure, y);
        AddThreshold(svg, figure, x);
        AddValueAxis(svg, figure, x);
        return Frame.Close(svg);
    }

    private static void AddCountAxis(MarkupBuilder svg, HistogramFigure figure, long most, Scale y)
    {
        foreach (var tick in Ticks.Nice(0, Math.Max(1, most), 3).Values.Where(t => t % 1 == 0))
        {
            var line = Math.Round(y[tick]) + 0.5;
            svg.Add($"""<path d="M{Left} {line}H{Right}" stroke="{(tick == 0 ? Colours.Axis : Colours.Grid)}"/>""")
                .Add($"""<text x="{Left - 6}" y="{line + 4}" text-anchor="end">{figure.Number(tick, 0)}</text>""");
        }
    }

    /// <summary>A bin with anything in it is at least a line high; each has a full-height target for the pointer.</summary>
    private static void AddBars(MarkupBuilder svg, HistogramFigure figure, Scale y)
    {
        var step = (Right - Left) / Math.Max(1, figure.Counts.Count);
        var gap = step > 6 ? 1 : 0;
        for (var i = 0; i < figure.Counts.Count; i++)
        {
            var (low, high) = figure.Bin(i);
            var top = figure.Counts[i] == 0 ? Bottom : Math.Min(y[figure.Counts[i]], Bottom - 1);
            svg.Add($"""<g><title>{figure.BinLabel(low, high, figure.Counts[i])}</title>""")
                .Add($"""<rect x="{Left + (step * i)}" y="{Top}" width="{step}" height="{Bottom - Top}" fill="transparent"/>""")
                .Add($"""<rect x="{Left + (step * i) + gap}" y="{top}" width="{step - gap}" height="{Bottom - top}" fill="{Colours.Bar}"/></g>""");
        }
    }

    private static void AddThreshold(MarkupBuilder svg, HistogramFigure figure, Scale x)
    {
        if (figure.Threshold is not { } mark || mark.Value < figure.Low || mark.Value > figure.High)
        {
            return;
        }

        var at = x[mark.Value];
        var (anchor, nudge) = at > (Left + Right) / 2 ? ("end", -4) : ("start", 4);
        svg.Add($"""<path d="M{at} {Top - 12}V{Bottom}" stroke="{Colours.Mark}" stroke-dasharray="3 2"/>""")
            .Add($"""<text x="{at + nudge}" y="{Top - 5}" text-anchor="{anchor}">{mark.Label}</text>""");
    }

    private static void AddValueAxis(MarkupBuilder svg, HistogramFigure figure, Scale x)
    {
        var ticks = Ticks.Nice(figure.Low, figure.High);
        foreach (var tick in ticks.Values)
        {
            svg.Add($"""<path d="M{x[tick]} {Bottom}v4" stroke="{Colours.Axis}"/>""")
                .Add($"""<text x="{x[tick]}" y="{Bottom + 16}" text-anchor="middle">{figure.Number(tick, ticks.Decimals)}</text>""");
        }

        if (figure.Unit is { } unit)
        {
            svg.Add($"""<text x="{Right}" y="{Height + UnitHeight - 3}" text-anchor="end">{unit}</text>""");
        }
    }
}
