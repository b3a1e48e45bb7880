using System.Xml.Linq;
using Assay.Charts;

namespace Assay.Tests.Charts;

public sealed class DotChartTests
{
    [Fact]
    public void Render_Values_LieOnOneScaleWithTheirIntervals_TheFirstOnTop()
    {
        var svg = Render(new DotFigure { Title = "<b>", Dots = [(1, 2, (1, 5)), (2, 4, null), (3, double.NaN, null)] });
        var dots = svg.Descendants().Where(element => element.Name.LocalName == "circle").ToList();
        dots.Select(dot => (double)dot.Attribute("cx")!).ShouldBe([6 + (148 * 0.75), 6 + (148 * 0.25)], 0.01);
        ((string)dots[^1].Attribute("fill")!).ShouldContain("--series-1");
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 3)]
    [InlineData(double.NaN, double.PositiveInfinity)]
    public void Render_AnOpenInterval_StaysInThePicture(double low, double high)
    {
        var svg = Render(new DotFigure { Title = "t", Dots = [(1, 2, (low, high)), (2, 4, null)] }).ToString();
        svg.ShouldNotContain("NaN");
        svg.ShouldNotContain("Infinity");
        svg.ShouldNotContain("∞");
    }

    [Fact]
    public void Render_Nothing_IsAnEmptyLine() => Render(new DotFigure { Title = "t", Dots = [] }).Descendants().Count(element => element.Name.LocalName == "circle").ShouldBe(0);

    private static XElement Render(DotFigure figure) => XElement.Parse(DotChart.Render(figure));
}
