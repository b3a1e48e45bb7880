using System.Globalization;
using System.Xml.Linq;
using Assay.Charts;

namespace Assay.Tests.Charts;

public sealed class FigureChartTests
{
    [Fact]
    public void Bars_AreAsLongAsTheirValues_AndTheBestIsTold()
    {
        var svg = XElement.Parse(BarChart.Render(new BarFigure
        {
            Bars = [new Bar("one", 0.25, (0.2, 0.3), "0.25"), new Bar("two", 1, null, "1", IsMarked: true), new Bar("none", null, null, "–")],
            Low = 0,
            High = 1,
            Title = "bars",
            Number = Plain,
        }));

        var widths = Elements(svg, "rect").Select(bar => Number(bar, "width")).ToList();
        widths.Count.ShouldBe(2);
        (widths[1] / widths[0]).ShouldBe(4, 0.001);
        svg.ToString().ShouldContain("★ two");
    }

    [Fact]
    public void Bars_OfNegativeValues_GoLeftOfZero()
    {
        var svg = XElement.Parse(BarChart.Render(new BarFigure
        {
            Bars = [new Bar("down", -1, null, "-1"), new Bar("up", 1, null, "1")], Low = -1, High = 1, Title = "bars", Number = Plain,
        }));

        var bars = Elements(svg, "rect").ToList();
        (Number(bars[0], "x") + Number(bars[0], "width")).ShouldBe(Number(bars[1], "x"), 0.02);
    }

    [Fact]
    public void Scatter_NumbersTheFrontierFromCheapToDear()
    {
        var svg = ScatterChart.Render(new ScatterFigure
        {
            Points = [new ScatterPoint("dear", 2, 0.9, (0.8, 1), true, "d"), new ScatterPoint("cheap", 1, 0.7, null, true, "c"), new ScatterPoint("poor", 2, 0.5, null, false, "p")],
            XLabel = "cost",
            YLabel = "quality",
            Title = "frontier",
            Number = Plain,
        });

        svg.ShouldContain("1 cheap: c");
        svg.ShouldContain("2 dear: d");
        Elements(XElement.Parse(svg), "circle").Count().ShouldBe(3);
    }

    [Fact]
    public void Scatter_OfNothing_IsStillAPicture() => XElement.Parse(ScatterChart.Render(
        new ScatterFigure { Points = [], XLabel = "x", YLabel = "y", Title = "none", Number = Plain })).Name.LocalName.ShouldBe("svg");

    [Fact]
    public void Confusion_WritesEachCount_AndShadesItsShareOfTheRow()
    {
        var svg = XElement.Parse(ConfusionChart.Render(new ConfusionFigure
        {
            Labels = ["no", "yes"], Counts = [[3, 1], [0, 4]], Title = "confusion", RowsLabel = "reference", ColumnsLabel = "answer", Label = (count, _) => $"{count}",
        }));

        var shades = Elements(svg, "rect").Select(cell => cell.Attribute("fill-opacity")?.Value).OfType<string>().Select(Value).ToList();
        shades.Count.ShouldBe(4);
        (shades[0] / shades[1]).ShouldBe(3, 0.2);
        shades[2].ShouldBe(0);
    }

    private static string Plain(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);

    private static IEnumerable<XElement> Elements(XElement svg, string name) => svg.Descendants().Where(element => element.Name.LocalName == name);

    private static double Number(XElement element, string attribute) => Value(element.Attribute(attribute)!.Value);

    private static double Value(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
