using System.Globalization;
using System.Text;

namespace Assay.Charts;

/// <summary>Values as thin lines side by side, one of them marked, small enough for a table's cell, as SVG.</summary>
public static class StripChart
{
    private const double Width = 120, Height = 18, Left = 5, Right = 115;

    /// <summary>The picture. Values that fall onto one place of it are one line.</summary>
    public static string Render(StripFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var finite = figure.Values.Where(double.IsFinite).ToList();
        var x = finite.Count == 0 ? new Scale(0, 0, Left, Right) : new Scale(finite.Min(), finite.Max(), Left, Right);
        var svg = new MarkupBuilder();
        Frame.Open(svg, Width, Height, figure.Title, "");
        svg.Add($"""<path d="M{Left} 9H{Right}" stroke="{Colours.Grid}"/><path d="{Lines(finite, x)}" stroke="{Colours.Axis}"/>""");
        return Frame.Close(svg.Add($"""<circle cx="{x[figure.Value]}" cy="9" r="4" fill="{Colours.Bar}" stroke="{Colours.Paper}" stroke-width="1.5"/>"""));
    }

    private static string Lines(List<double> values, Scale x)
    {
        var path = new StringBuilder();
        foreach (var place in values.Select(value => Math.Round(x[value])).Distinct().Order())
        {
            path.Append(CultureInfo.InvariantCulture, $"M{place} 4v10");
        }

        return path.ToString();
    }
}
