using System.Globalization;

namespace Assay.Charts;

/// <summary>Points with whiskers over two axes, those on the frontier filled, numbered and joined by a line, as SVG.</summary>
public static class ScatterChart
{
    private const double Width = 680, Height = 380, Left = 62, Right = 660, Top = 18, Bottom = 330, NameHeight = 15;
    private const int LongestName = 60;

    /// <summary>The picture; below it the names of the points on the frontier, by their numbers.</summary>
    public static string Render(ScatterFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var frontier = Frontier(figure);
        var (x, y) = Scales(figure);
        var svg = new MarkupBuilder();
        Frame.Open(svg, Width, Height + (NameHeight * frontier.Count), figure.Title, figure.Description);
        AddAxes(svg, figure, x, y);
        AddLine(svg, frontier, x, y);
        foreach (var point in figure.Points.Where(point => !point.IsOnFrontier))
        {
            AddPoint(svg, point, x, y, null);
        }

        for (var i = 0; i < frontier.Count; i++)
        {
            AddPoint(svg, frontier[i], x, y, i + 1);
            svg.Add($"""<text x="{Left}" y="{Height + 4 + (NameHeight * i)}">{i + 1} {ShortText.Middle(frontier[i].Name, LongestName)}: {frontier[i].Label}</text>""");
        }

        return Frame.Close(svg);
    }

    /// <summary>The points that nothing beats, the cheapest first.</summary>
    internal static List<ScatterPoint> Frontier(ScatterFigure figure) => [.. figure.Points.Where(point => point.IsOnFrontier).OrderBy(point => point.X)];

    /// <summary>From where to where the axes go.</summary>
    internal static ((double Low, double High) X, (double Low, double High) Y) Ranges(ScatterFigure figure)
    {
        var (xs, ys) = (figure.Points.Select(point => point.X).ToList(), figure.Points.SelectMany(Reach).Where(double.IsFinite).ToList());
        var most = xs.Count == 0 ? 1 : xs.Max();
        var (low, high) = ys.Count == 0 ? (0, 1) : (ys.Min(), ys.Max());
        var margin = high > low ? (high - low) * 0.06 : 0.5;
        return ((0, most > 0 ? most * 1.06 : 1), (low - margin, high + margin));
    }

    private static (Scale X, Scale Y) Scales(ScatterFigure figure)
    {
        var (x, y) = Ranges(figure);
        return (new Scale(x.Low, x.High, Left, Right), new Scale(y.Low, y.High, Bottom, Top));
    }

    private static IEnumerable<double> Reach(ScatterPoint point) => point.Interval is { } interval ? [interval.Low, point.Y, interval.High] : [point.Y];

    private static void AddAxes(MarkupBuilder svg, ScatterFigure figure, Scale x, Scale y)
    {
        var across = Ticks.Nice(x.Low, x.High, 6);
        foreach (var tick in across.Values)
        {
            svg.Add($"""<path d="M{x[tick]} {Top}V{Bottom + 4}" stroke="{Colours.Grid}"/>""")
                .Add($"""<text x="{x[tick]}" y="{Bottom + 16}" text-anchor="middle">{figure.Number(tick, across.Decimals)}</text>""");
        }

        var up = Ticks.Nice(y.Low, y.High, 6);
        foreach (var tick in up.Values)
        {
            svg.Add($"""<path d="M{Left - 4} {y[tick]}H{Right}" stroke="{Colours.Grid}"/>""")
                .Add($"""<text x="{Left - 8}" y="{y[tick] + 4}" text-anchor="end">{figure.Number(tick, up.Decimals)}</text>""");
        }

        svg.Add($"""<path d="M{Left} {Top}V{Bottom}H{Right}" stroke="{Colours.Axis}" fill="none"/>""")
            .Add($"""<text x="{Right}" y="{Bottom + 32}" text-anchor="end">{figure.XLabel}</text><text x="{Left}" y="{Top - 7}">{figure.YLabel}</text>""");
    }

    private static void AddLine(MarkupBuilder svg, List<ScatterPoint> frontier, Scale x, Scale y)
    {
        if (frontier.Count < 2)
        {
            return;
        }

        var path = string.Join(" L", frontier.Select(point => string.Create(CultureInfo.InvariantCulture, $"{x[point.X]:0.##} {y[point.Y]:0.##}")));
        svg.Add($"""<path d="M{path}" stroke="{Colours.Mark}" fill="none" stroke-dasharray="4 3"/>""");
    }

    private static void AddPoint(MarkupBuilder svg, ScatterPoint point, Scale x, Scale y, int? number)
    {
        var (across, up) = (x[point.X], y[point.Y]);
        svg.Add($"<g><title>{point.Name}: {point.Label}</title>");
        if (point.Interval is { } interval)
        {
            svg.Add($"""<path d="M{across} {y[interval.Low]}V{y[interval.High]}" stroke="{Colours.Axis}"/>""");
        }

        var colour = number is null ? Colours.Bar : Colours.Mark;
        svg.Add($"""<circle cx="{across}" cy="{up}" r="4.5" stroke="{colour}" stroke-width="1.5" fill="{(number is null ? Colours.Paper : colour)}"/>""");
        if (number is { } place)
        {
            svg.Add($"""<text x="{across + 8}" y="{up - 6}">{place}</text>""");
        }

        svg.Add($"</g>");
    }
}
