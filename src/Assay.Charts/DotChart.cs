namespace Assay.Charts;

/// <summary>Values as dots on one thin line, each in the colour of its number, with a bar behind it for its interval; small enough for a table's cell, as SVG.</summary>
public static class DotChart
{
    private const double Width = 160, Height = 22, Left = 6, Right = 154, Middle = 11;

    /// <summary>The picture. What is not finite has no place on it.</summary>
    public static string Render(DotFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var dots = figure.Dots.Where(dot => double.IsFinite(dot.Value)).ToList();
        var ends = dots.SelectMany(dot => dot.Interval is { } interval ? [dot.Value, interval.Low, interval.High] : new[] { dot.Value }).Where(double.IsFinite)
            .DefaultIfEmpty(0).ToList();
        var x = new Scale(ends.Min(), ends.Max(), Left, Right);
        double At(double value) => x[Math.Clamp(value, x.Low, x.High)];
        var svg = new MarkupBuilder();
        Frame.Open(svg, Width, Height, figure.Title, "");
        svg.Add($"""<path d="M{Left} {Middle}H{Right}" stroke="{Colours.Grid}"/>""");

        // The first on top: it is the one that the page is about.
        foreach (var (number, value, interval) in dots.AsEnumerable().Reverse())
        {
            var colour = LineChart.ColourOf(number);
            if (interval is { } whisker)
            {
                svg.Add($"""<path d="M{At(whisker.Low)} {Middle}H{At(whisker.High)}" stroke="{colour}" stroke-width="2" stroke-opacity="0.45"/>""");
            }

            svg.Add($"""<circle cx="{x[value]}" cy="{Middle}" r="4" fill="{colour}" stroke="{Colours.Paper}" stroke-width="1.5"/>""");
        }

        return Frame.Close(svg);
    }
}
