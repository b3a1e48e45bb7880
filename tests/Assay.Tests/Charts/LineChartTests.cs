using System.Xml.Linq;
using Assay.Charts;

namespace Assay.Tests.Charts;

public sealed class LineChartTests
{
    [Fact]
    public void Render_APeakWithinAColumn_IsInTheBand()
    {
        var svg = Render(Figure([new(0, 1, 1, 1), new(1, 1, 1, 9), new(2, 1, 1, 1)]));
        var band = Paths(svg).Single(path => path.EndsWith('Z'));
        var heights = Numbers(band).Where((_, i) => i % 2 == 1).ToList();
        var line = Paths(svg).Single(path => path.StartsWith('M') && path.Contains('L') && !path.EndsWith('Z') && !path.Contains('h'));
        var level = Numbers(line)[1];

        // The band reaches nearly to the top of the plot, the line stays at its foot.
        heights.Min().ShouldBeLessThan(LineGeometry.Top + 10);
        level.ShouldBeGreaterThan(LineGeometry.Bottom - 10);
    }

    [Fact]
    public void Render_ASinglePoint_IsADot()
    {
        var svg = Render(Figure([new(5, 0.25, 0.25, 0.25)]));
        var dot = svg.Descendants().Single(element => element.Name.LocalName == "circle");
        var (left, right, _, _) = LineChart.PlotOf(Figure([new(5, 0.25, 0.25, 0.25)]));
        ((double)dot.Attribute("cx")!).ShouldBe((left + right) / 2, 0.01);
    }

    [Fact]
    public void Render_OnAnAxisOfPowers_EqualFactorsAreEquallyFarApart()
    {
        var geometry = new LineGeometry(Figure([new(0, 1, 1, 1), new(1, 10, 10, 10), new(2, 100, 100, 100)]) with { IsLog = true });
        (geometry.Y(1) - geometry.Y(10)).ShouldBe(geometry.Y(10) - geometry.Y(100), 1e-9);
        geometry.YTicks().Values.ShouldBe([1, 10, 100]);
    }

    [Fact]
    public void Render_OnAnAxisOfPowers_LeavesOutWhatHasNoPlaceThere()
    {
        var figure = Figure([new(0, -1, -1, -1), new(1, 0, 0, 0), new(2, 5, 5, 5)]) with { IsLog = true };
        Render(figure).Descendants().Count(element => element.Name.LocalName == "circle").ShouldBe(1);
        Should.NotThrow(() => LineChart.Render(Figure([new(0, -1, -1, -1)]) with { IsLog = true }));
    }

    [Theory]
    [InlineData(1e-300, 2e-300)]
    [InlineData(-1e300, 1e300)]
    [InlineData(5, 5)]
    [InlineData(0, 0)]
    public void Render_AnyRange_StaysWithinThePlot(double low, double high)
    {
        var geometry = new LineGeometry(Figure([new(0, low, low, low), new(1, high, high, high)]));
        foreach (var y in new[] { geometry.Y(low), geometry.Y(high) })
        {
            y.ShouldBeInRange(LineGeometry.Top, LineGeometry.Bottom);
        }

        geometry.YTicks().Values.Count.ShouldBeInRange(1, 7);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(-1e-12)]
    [InlineData(1e-200)]
    [InlineData(3e12)]
    public void Reach_OfAValueThatNeverChanges_IsOfItsOwnSize(double value)
    {
        var geometry = new LineGeometry(Figure([new(0, value, value, value), new(1, value, value, value)]));
        (geometry.High - geometry.Low).ShouldBeInRange(Math.Abs(value) * 0.05, Math.Abs(value) * 0.2);
        geometry.YTicks().Values.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Render_AtAPointThatIsNoNumber_TheLineBreaks()
    {
        LinePoint nothing = new(2, double.NaN, double.NaN, double.NaN);
        var svg = Render(Figure([new(0, 1, 1, 1), new(1, 2, 2, 2), nothing, new(3, 3, 3, 3), new(4, 4, 4, 4), nothing with { X = 5 }, new(6, 2, 2, 2)]));
        var line = Paths(svg).Single(path => path.Contains('L') && !path.EndsWith('Z') && !path.Contains('h') && !path.Contains('V'));
        line.Count(letter => letter == 'M').ShouldBe(2);

        // What stands alone between two breaks is a dot.
        svg.Descendants().Count(element => element.Name.LocalName == "circle").ShouldBe(1);
    }

    [Fact]
    public void Render_PointsWithoutAPlaceAtTheEnds_KeepTheirRoom()
    {
        LinePoint[] points = [new(0, 1, 1, 1), new(1, 2, 2, 2), new(10, double.NaN, double.NaN, double.NaN)];
        new LineGeometry(Figure(points)).XHigh.ShouldBe(10);
    }

    [Fact]
    public void Render_AWiderPicture_HasMoreRoomForTheLine_AndTheSameLetters()
    {
        var figure = Figure([new(0, 1, 1, 1), new(1, 2, 2, 2)]);
        var (narrow, wide) = (figure with { Width = 440 }, figure with { Width = 600 });
        (LineChart.PlotOf(wide).Right - LineChart.PlotOf(narrow).Right).ShouldBe(160);
        ((string)Render(wide).Attribute("font-size")!).ShouldBe((string)Render(narrow).Attribute("font-size")!);
        ((double)Render(narrow).Attribute("width")!).ShouldBe(440);
    }

    [Fact]
    public void Render_ValuesThatAreNoNumbers_AreLeftOut()
    {
        var svg = Render(Figure([new(0, double.NaN, double.NaN, double.NaN), new(1, 2, 2, 2), new(2, 3, 3, double.PositiveInfinity)]));
        svg.ToString().ShouldNotContain("NaN");
        svg.ToString().ShouldNotContain("∞");
    }

    [Fact]
    public void Render_HostileNames_AreText()
    {
        var figure = Figure([new(0, 1, 1, 1)]) with { Title = "<script>alert(1)</script>" };
        Render(figure).Descendants().ShouldNotContain(element => element.Name.LocalName == "script");
    }

    [Fact]
    public void Apart_LabelsThatWouldCoverEachOther_AreMovedApart_InTheirOrder()
    {
        var places = LineGeometry.Apart([100, 100, 101, 40]);
        var sorted = places.Order().ToList();
        sorted.Zip(sorted.Skip(1), (a, b) => b - a).ShouldAllBe(gap => gap >= 12.99);
        places[3].ShouldBe(40);
        places[0].ShouldBeLessThan(places[1]);
        places[1].ShouldBeLessThan(places[2]);
    }

    [Fact]
    public void Apart_AtTheFoot_LabelsStayInThePicture() =>
        LineGeometry.Apart([LineGeometry.Bottom, LineGeometry.Bottom, LineGeometry.Bottom]).ShouldAllBe(place => place <= LineGeometry.Bottom);

    [Fact]
    public void Strip_MarksItsValue_AmongLinesOfTheOthers()
    {
        var svg = XElement.Parse(StripChart.Render(new StripFigure { Values = [0, 1, 2, double.NaN], Value = 2, Title = "place" }));
        var mark = svg.Descendants().Single(element => element.Name.LocalName == "circle");
        var lines = Paths(svg).Single(path => path.Contains("v10"));
        lines.Split('M', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        ((double)mark.Attribute("cx")!).ShouldBe(115);
    }

    [Fact]
    public void Render_SeveralLines_AreNamedAtTheirEnds_AndASingleOneHasTheRoom()
    {
        var one = Figure([new(0, 1, 1, 1), new(1, 2, 2, 2)]);
        var two = one with { Series = [.. one.Series, new LineSeries("other", 7, [new(0, 2, 2, 2), new(1, 2, 2, 2)])] };
        Render(one).ToString().ShouldNotContain(">run<");
        Render(two).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value).ShouldContain(text => text.EndsWith("other"));
        Render(two).Descendants().ShouldContain(element => element.Attribute("stroke-dasharray") != null, "the seventh line has the first colour, dashed");
        LineChart.PlotOf(one).Right.ShouldBeGreaterThan(LineChart.PlotOf(two).Right);
    }

    private static LineFigure Figure(LinePoint[] points) => new()
    {
        Series = [new LineSeries("run", 1, points)],
        Title = "loss",
        XLabel = "step",
        Number = (value, decimals) => value.ToString("F" + Math.Clamp(decimals, 0, 9), System.Globalization.CultureInfo.InvariantCulture),
    };

    private static XElement Render(LineFigure figure) => XElement.Parse(LineChart.Render(figure));

    private static IEnumerable<string> Paths(XElement svg) =>
        svg.Descendants().Where(element => element.Name.LocalName == "path").Select(path => (string)path.Attribute("d")!);

    private static List<double> Numbers(string path) =>
        [.. path.Split(['M', 'L', 'Z', ' '], StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
}
