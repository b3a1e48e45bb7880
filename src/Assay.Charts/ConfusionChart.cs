namespace Assay.Charts;

/// <summary>A square of cells, one for each pair of labels, the darker the larger their share of the true label, counts written in them, as SVG.</summary>
public static class ConfusionChart
{
    private const double Left = 130, Top = 44, NarrowestCell = 36, WidestCell = 72, WidestMatrix = 540, CellHeight = 34;
    private const int LongestName = 18;

    /// <summary>The picture.</summary>
    public static string Render(ConfusionFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var labels = figure.Labels.Count;
        var cell = Math.Clamp(WidestMatrix / Math.Max(1, labels), NarrowestCell, WidestCell);
        var svg = new MarkupBuilder();
        Frame.Open(svg, Left + Math.Max(cell * labels, 150) + 10, Top + (CellHeight * labels) + 10, figure.Title, figure.Description);
        svg.Add($"""<text x="{Left}" y="14">{figure.ColumnsLabel} →</text><text x="{Left - 8}" y="{Top - 10}" text-anchor="end">{figure.RowsLabel} ↓</text>""");
        for (var i = 0; i < labels; i++)
        {
            svg.Add($"""<text x="{Left + (cell * (i + 0.5))}" y="{Top - 10}" text-anchor="middle"><title>{figure.Labels[i]}</title>{ShortText.Of(figure.Labels[i], Math.Max(2, (int)(cell / 6.5)))}</text>""")
                .Add($"""<text x="{Left - 8}" y="{Top + (CellHeight * (i + 0.5)) + 4}" text-anchor="end"><title>{figure.Labels[i]}</title>{ShortText.Of(figure.Labels[i], LongestName)}</text>""");
            AddRow(svg, figure, i, cell);
        }

        return Frame.Close(svg);
    }

    private static void AddRow(MarkupBuilder svg, ConfusionFigure figure, int row, double cell)
    {
        var total = figure.Counts[row].Sum();
        for (var column = 0; column < figure.Labels.Count; column++)
        {
            var count = figure.Counts[row][column];
            var share = total == 0 ? 0 : (double)count / total;
            var (left, top) = (Left + (cell * column), Top + (CellHeight * row));

            // Pale enough that the count is read on every shade of it.
            svg.Add($"""<g><title>{figure.Labels[row]} → {figure.Labels[column]}: {figure.Label(count, share)}</title>""")
                .Add($"""<rect x="{left + 1}" y="{top + 1}" width="{cell - 2}" height="{CellHeight - 2}" fill="{Colours.Grid}"/>""")
                .Add($"""<rect x="{left + 1}" y="{top + 1}" width="{cell - 2}" height="{CellHeight - 2}" fill="{(row == column ? Colours.Bar : Colours.Mark)}" fill-opacity="{share * 0.35}"/>""")
                .Add($"""<text x="{left + (cell / 2)}" y="{top + (CellHeight / 2) + 4}" text-anchor="middle" fill="{Colours.Ink}">{count}</text></g>""");
        }
    }
}
