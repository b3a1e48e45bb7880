using System.Globalization;
using System.Text;

namespace Assay.Charts;

/// <summary>
/// Lines over steps or time, each with a band from the least to the greatest of the points that a place of it stands for, so that no peak is lost;
/// named at their ends. As SVG.
/// </summary>
public static class LineChart
{
    /// <summary>How many colours there are for lines.</summary>
    public const int Colourings = 6;

    private const double Half = 0.75;
    private const int LongestName = 17;
    private static readonly string[] Dashes = ["5 3", "2 2", "8 3 2 3"];

    /// <summary>Where the lines lie in the picture: for a script that reads values under the pointer.</summary>
    public static (double Left, double Right, double Top, double Bottom) PlotOf(LineFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return (LineGeometry.Left, new LineGeometry(figure).Right, LineGeometry.Top, LineGeometry.Bottom);
    }

    /// <summary>The picture.</summary>
    public static string Render(LineFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var geometry = new LineGeometry(figure);
        var svg = new MarkupBuilder();
        Frame.Open(svg, figure.Width, LineGeometry.Height, figure.Title, figure.Description);
        AddAxes(svg, figure, geometry);
        foreach (var series in figure.Series)
        {
            AddLine(svg, series, geometry);
        }

        if (figure.Series.Count > 1)
        {
            AddNames(svg, figure, geometry);
        }

        return Frame.Close(svg);
    }

    /// <summary>The colour of a line by its number, from 1; after the last the first comes again, dashed.</summary>
    internal static string ColourOf(int number) => $"var(--series-{((number - 1) % Colourings) + 1},#3d6f9e)";

    private static Markup DashOf(int number) => number <= Colourings ? Markup.None
        : Markup.Of($""" stroke-dasharray="{Dashes[((number - 1) / Colourings - 1) % Dashes.Length]}" """);

    private static void AddAxes(MarkupBuilder svg, LineFigure figure, LineGeometry geometry)
    {
        var up = geometry.YTicks();
        foreach (var tick in up.Values)
        {
            svg.Add($"""<path d="M{LineGeometry.Left} {geometry.Y(tick)}H{geometry.Right}" stroke="{Colours.Grid}"/>""")
                .Add($"""<text x="{LineGeometry.Left - 8}" y="{geometry.Y(tick) + 4}" text-anchor="end">{figure.Number(tick, figure.IsLog && tick >= 1 ? 0 : up.Decimals)}</text>""");
        }

        foreach (var (x, label) in figure.XTicks?.Invoke(geometry.XLow, geometry.XHigh) ?? Round(figure, geometry))
        {
            svg.Add($"""<path d="M{geometry.X[x]} {LineGeometry.Bottom}v4" stroke="{Colours.Axis}"/>""")
                .Add($"""<text x="{geometry.X[x]}" y="{LineGeometry.Bottom + 16}" text-anchor="middle">{label}</text>""");
        }

        svg.Add($"""<path d="M{LineGeometry.Left} {LineGeometry.Bottom}H{geometry.Right}" stroke="{Colours.Axis}"/>""")
            .Add($"""<text x="{geometry.Right}" y="{LineGeometry.Bottom + 32}" text-anchor="end">{figure.XLabel}</text>""");
    }

    private static IReadOnlyList<(double X, string Label)> Round(LineFigure figure, LineGeometry geometry)
    {
        var ticks = Ticks.Nice(geometry.XLow, geometry.XHigh, 6);
        return [.. ticks.Values.Select(value => (value, figure.Number(value, value % 1 == 0 ? 0 : ticks.Decimals)))];
    }

    private static void AddLine(MarkupBuilder svg, LineSeries series, LineGeometry geometry)
    {
        var colour = ColourOf(series.Colour);
        var pieces = geometry.Pieces(series.Points);
        if (pieces.SelectMany(piece => piece).Any(point => geometry.Y(point.Low) - geometry.Y(point.High) > Half))
        {
            svg.Add($"""<path d="{string.Concat(pieces.Select(piece => Band(piece, geometry)))}" fill="{colour}" fill-opacity="0.25"/>""");
        }

        var line = string.Concat(pieces.Where(piece => piece.Count > 1).Select(piece => Line(piece, geometry)));
        if (line.Length > 0)
        {
            svg.Add($"""<path d="{line}" stroke="{colour}" stroke-width="1.5" stroke-linejoin="round"{DashOf(series.Colour)} fill="none"/>""");
        }

        foreach (var piece in pieces.Where(piece => piece.Count == 1))
        {
            svg.Add($"""<circle cx="{geometry.X[piece[0].X]}" cy="{geometry.Y(piece[0].Y)}" r="{(pieces.Count == 1 ? 3.5 : 1.5)}" fill="{colour}"/>""");
        }
    }

    private static string Line(IReadOnlyList<LinePoint> points, LineGeometry geometry)
    {
        var path = new StringBuilder();
        foreach (var point in points)
        {
            Append(path, path.Length == 0 ? 'M' : 'L', geometry.X[point.X], geometry.Y(point.Y));
        }

        return path.ToString();
    }

    // Along the greatest values, and back along the least. A place of its own, such as a peak between two flat stretches, keeps a little width.
    private static string Band(IReadOnlyList<LinePoint> points, LineGeometry geometry)
    {
        var path = new StringBuilder();
        foreach (var point in points)
        {
            Append(path, path.Length == 0 ? 'M' : 'L', geometry.X[point.X] - Half, geometry.Y(point.High));
            Append(path, 'L', geometry.X[point.X] + Half, geometry.Y(point.High));
        }

        for (var i = points.Count - 1; i >= 0; i--)
        {
            Append(path, 'L', geometry.X[points[i].X] + Half, geometry.Y(points[i].Low));
            Append(path, 'L', geometry.X[points[i].X] - Half, geometry.Y(points[i].Low));
        }

        return path.Append('Z').ToString();
    }

    private static void Append(StringBuilder path, char command, double x, double y) => path.Append(CultureInfo.InvariantCulture, $"{command}{x:0.#} {y:0.#}");

    private static void AddNames(MarkupBuilder svg, LineFigure figure, LineGeometry geometry)
    {
        var named = figure.Series.Select(series => (series, Points: series.Points.Where(geometry.HasPlace).ToList())).Where(line => line.Points.Count > 0).ToList();
        var places = LineGeometry.Apart([.. named.Select(line => geometry.Y(line.Points[^1].Y))]);
        foreach (var ((series, points), place) in named.Zip(places))
        {
            var (x, y) = (geometry.X[points[^1].X], geometry.Y(points[^1].Y));
            svg.Add($"""<path d="M{Math.Min(x + 3, geometry.Right)} {y}L{geometry.Right + 8} {place}h4" stroke="{ColourOf(series.Colour)}" stroke-opacity="0.6" fill="none"/>""")
                .Add($"""<text x="{geometry.Right + 16}" y="{place + 4}" fill="{Colours.Ink}"><title>{series.Name}</title>{ShortText.Middle(series.Name, LongestName)}</text>""");
        }
    }
}
