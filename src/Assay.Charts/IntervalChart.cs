namespace Assay.Charts;

/// <summary>A dot for a figure and a whisker for its interval on a thin line, small enough for a table's cell, as SVG.</summary>
public static class IntervalChart
{
    private const double Width = 160, Height = 20, Left = 6, Right = 154, Middle = 10;

    /// <summary>The picture. A figure without an interval is an open dot.</summary>
    public static string Render(IntervalFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var x = new Scale(figure.Low, figure.High, Left, Right);
        var svg = new MarkupBuilder();
        Frame.Open(svg, Width, Height, figure.Title, "");
        svg.Add($"""<path d="M{Left} {Middle}H{Right}M{Left} {Middle - 3}v6M{Right} {Middle - 3}v6" stroke="{Colours.Axis}" fill="none"/>""");
        foreach (var mark in figure.Marks.Where(m => m >= figure.Low && m <= figure.High))
        {
            svg.Add($"""<path d="M{x[mark]} 2V18" stroke="{Colours.Mark}" stroke-dasharray="3 2"/>""");
        }

        if (figure.Interval is { } interval)
        {
            var (low, high) = (x[interval.Low], x[interval.High]);
            svg.Add($"""<path d="M{low} {Middle}H{high}M{low} {Middle - 4}v8M{high} {Middle - 4}v8" stroke="{Colours.Bar}" stroke-width="2" fill="none"/>""");
        }

        var fill = figure.Interval is null ? Colours.Paper : Colours.Bar;
        return Frame.Close(svg.Add($"""<circle cx="{x[figure.Value]}" cy="{Middle}" r="3.5" fill="{fill}" stroke="{Colours.Bar}" stroke-width="1.5"/>"""));
    }
}
