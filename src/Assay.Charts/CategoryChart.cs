namespace Assay.Charts;

/// <summary>A bar for each of a few outcomes, labelled at the bar, as SVG.</summary>
public static class CategoryChart
{
    private const double Left = 64, LabelWidth = 102, Row = 26;

    /// <summary>The picture; the bars are shares of the whole.</summary>
    public static string Render(CategoryFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var total = figure.Categories.Sum(c => c.Count);
        var right = figure.Width - LabelWidth;
        var svg = new MarkupBuilder();
        Frame.Open(svg, figure.Width, (Row * figure.Categories.Count) + 6, figure.Title, figure.Description);
        var top = 4.0;
        foreach (var (name, count) in figure.Categories)
        {
            var share = total == 0 ? 0 : (double)count / total;
            var width = count == 0 ? 0 : Math.Max(1, share * (right - Left));
            svg.Add($"""<g><title>{name}: {figure.Label(count, share)}</title><text x="{Left - 6}" y="{top + 15}" text-anchor="end">{name}</text>""")
                .Add($"""<rect x="{Left}" y="{top + 3}" width="{right - Left}" height="16" fill="{Colours.Grid}"/>""")
                .Add($"""<rect x="{Left}" y="{top + 3}" width="{width}" height="16" fill="{Colours.Bar}"/>""")
                .Add($"""<text x="{right + 6}" y="{top + 15}">{figure.Label(count, share)}</text></g>""");
            top += Row;
        }

        return Frame.Close(svg);
    }
}
