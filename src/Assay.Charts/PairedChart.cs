namespace Assay.Charts;

/// <summary>
/// How differences of paired rows spread about 0, as SVG: a bar a bin, on each side in its own colour, and above them the mean with its interval on
/// the same axis.
/// </summary>
public static class PairedChart
{
    private const double Left = 50, Strip = 16;
    private const int MostCountedBins = 15;

    // Narrow, what is said of the mean and of the sides has lines of its own.
    private static readonly Room Wide = new(680, 300, 660, 48, 244) { Ticks = 9, Between = 0 };
    private static readonly Room Narrow = new(340, 300, 330, 68, 228) { Ticks = 5, Between = 16 };

    /// <summary>The picture. A mean without an interval is an open dot.</summary>
    public static string Render(PairedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var low = Math.Min(figure.Bins.Low, figure.Interval is { } ends ? Math.Min(ends.Low, -ends.High) : 0);
        var room = figure.IsNarrow ? Narrow : Wide;
        var x = new Scale(low, -low, Left, room.Right);
        var most = Math.Max(1, figure.Bins.Counts.Max());
        var y = new Scale(0, most, room.Bottom, room.Top);
        var svg = new MarkupBuilder();
        Frame.Open(svg, room.Width, room.Height, figure.Title, figure.Description);
        foreach (var tick in Ticks.Nice(0, most, 6).Values.Where(tick => tick % 1 == 0))
        {
            svg.Add($"""<path d="M{Left} {y[tick]}H{room.Right}" stroke="{(tick == 0 ? Colours.Axis : Colours.Grid)}"/>""")
                .Add($"""<text x="{Left - 6}" y="{y[tick] + 4}" text-anchor="end">{figure.Number(tick, 0)}</text>""");
        }

        AddBars(svg, figure, x, y);
        AddValueAxis(svg, figure, room, x);
        AddMean(svg, figure, room, x);
        return Frame.Close(svg);
    }

    private static void AddBars(MarkupBuilder svg, PairedFigure figure, Scale x, Scale y)
    {
        var bins = figure.Bins;
        for (var i = 0; i < bins.Counts.Count; i++)
        {
            if (bins.Counts[i] == 0)
            {
                continue;
            }

            var (from, to) = (bins.Middle(i) - (bins.Width / 2), bins.Middle(i) + (bins.Width / 2));
            var (left, right, top) = (x[from] + 1, x[to] - 1, Math.Min(y[bins.Counts[i]], y.From - 1));
            var colour = i < bins.Side ? Colours.Mark : i > bins.Side ? Colours.Bar : Colours.Axis;
            svg.Add($"""<g><title>{figure.BinLabel(from, to, bins.Counts[i])}</title>""")
                .Add($"""<rect x="{left}" y="{top}" width="{Math.Max(1, right - left)}" height="{y.From - top}" fill="{colour}"/>""");
            if (bins.Counts.Count <= MostCountedBins)
            {
                svg.Add($"""<text x="{(left + right) / 2}" y="{top - 4}" text-anchor="middle">{figure.Number(bins.Counts[i], 0)}</text>""");
            }

            svg.Add($"</g>");
        }
    }

    private static void AddValueAxis(MarkupBuilder svg, PairedFigure figure, Room room, Scale x)
    {
        var ticks = Ticks.Nice(x.Low, x.High, room.Ticks);
        var isWhole = figure.Bins.Width % 1 == 0;
        foreach (var tick in ticks.Values.Where(tick => !isWhole || tick % 1 == 0))
        {
            svg.Add($"""<path d="M{x[tick]} {room.Bottom}v4" stroke="{Colours.Axis}"/>""")
                .Add($"""<text x="{x[tick]}" y="{room.Bottom + 17}" text-anchor="middle">{(tick > 0 ? "+" : "")}{figure.Number(tick, isWhole ? 0 : ticks.Decimals)}</text>""");
        }

        svg.Add($"""<path d="M{x[0]} 4V{Strip + 14}M{x[0]} {room.Bottom}v8" stroke="{Colours.Text}" stroke-dasharray="3 2"/>""")
            .Add($"""<text x="{Left}" y="{room.Bottom + 42}">◀ {figure.LeftLabel}</text>""")
            .Add($"""<text x="{room.Right}" y="{room.Bottom + 42 + room.Between}" text-anchor="end">{figure.RightLabel} ▶</text>""");
    }

    private static void AddMean(MarkupBuilder svg, PairedFigure figure, Room room, Scale x)
    {
        var (low, high) = figure.Interval is { } interval ? (x[interval.Low], x[interval.High]) : (x[figure.Mean], x[figure.Mean]);
        if (figure.Interval is not null)
        {
            svg.Add($"""<path d="M{low} {Strip}H{high}M{low} {Strip - 5}v10M{high} {Strip - 5}v10" stroke="{Colours.Ink}" stroke-width="2" fill="none"/>""");
        }

        svg.Add($"""<circle cx="{x[figure.Mean]}" cy="{Strip}" r="4" fill="{(figure.Interval is null ? Colours.Paper : Colours.Ink)}" stroke="{Colours.Ink}" stroke-width="1.5"/>""");
        if (figure.IsNarrow)
        {
            svg.Add($"""<text x="{(Left + room.Right) / 2}" y="{Strip + 30}" text-anchor="middle">{figure.MeanLabel}</text>""");
            return;
        }

        // On the side away from 0, so that the line of no difference does not cross it; the other when there is no room.
        var right = figure.Mean >= 0 ? high < (Left + room.Right) * 0.7 : low < (Left + room.Right) * 0.3;
        svg.Add($"""<text x="{(right ? high + 10 : low - 10)}" y="{Strip + 4}" text-anchor="{(right ? "start" : "end")}">{figure.MeanLabel}</text>""");
    }

    private sealed record Room(double Width, double Height, double Right, double Top, double Bottom)
    {
        public int Ticks { get; init; }

        /// <summary>How far below what is said of the left side that of the right one stands.</summary>
        public double Between { get; init; }
    }
}
