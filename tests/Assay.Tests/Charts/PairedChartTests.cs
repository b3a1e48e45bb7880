using System.Globalization;
using System.Xml.Linq;
using Assay.Charts;

namespace Assay.Tests.Charts;

public sealed class PairedChartTests
{
    [Fact]
    public void Bins_OfPassOrFail_AreThree()
    {
        var bins = PairedBins.Of([-1, 0, 0, 0, 1, 1]);
        bins.Counts.ShouldBe([1, 3, 2]);
        bins.Width.ShouldBe(1);
        bins.Low.ShouldBe(-1.5);
    }

    [Fact]
    public void Bins_OfAnyDifferences_LieEvenlyAboutZeroAndHoldThemAll()
    {
        double[] differences = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(i) * 0.3), 0.7, double.NaN];
        var bins = PairedBins.Of(differences);
        bins.Counts.Sum().ShouldBe(101);
        (bins.Counts.Count % 2).ShouldBe(1);
        bins.Middle(bins.Side).ShouldBe(0);
        bins.Middle(bins.Counts.Count - 1).ShouldBe(0.7, 1e-12);
        bins.Counts[^1].ShouldBe(1);
        bins.Counts[0].ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3e-300)]
    [InlineData(1e300)]
    public void Bins_OfOneDifference_HoldIt(double difference) => PairedBins.Of([difference]).Counts.Sum().ShouldBe(1);

    [Fact]
    public void Chart_PutsMeanAndWhiskerOnTheBarsAxis()
    {
        var svg = XElement.Parse(PairedChart.Render(Figure([-1, 0, 1, 1], 0.25, (-0.5, 1))));
        var circle = svg.Descendants().Single(element => element.Name.LocalName == "circle");
        var zero = (50 + 660) / 2.0;
        var unit = (660 - 50) / 3.0;
        Number(circle, "cx").ShouldBe(zero + (0.25 * unit), 0.01);
        svg.ToString().ShouldContain(string.Create(CultureInfo.InvariantCulture, $"M{zero - (0.5 * unit):0.##} 16H{zero + unit:0.##}"));
        var bars = svg.Descendants().Where(element => element.Name.LocalName == "rect").ToList();
        bars.Count.ShouldBe(3);
        (Number(bars[2], "height") / Number(bars[0], "height")).ShouldBe(2, 0.001);
        bars.Select(bar => bar.Attribute("fill")!.Value).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Chart_WithAnIntervalBeyondTheBars_WidensItsAxisOnBothSides()
    {
        var svg = PairedChart.Render(Figure([0, 0], 0, (-2, 3)));
        svg.ShouldContain("M151.67 16H660");
        Number(XElement.Parse(svg).Descendants().Single(element => element.Name.LocalName == "circle"), "cx").ShouldBe(355, 0.01);
    }

    [Fact]
    public void Forest_OfOneMetric_SharesItsScale()
    {
        DifferenceLine[] lines = [new("one", 1, (0.5, 1.5), "1"), new("two", -3, (-4, -2), "-3")];
        var apart = Dots(new DifferenceFigure { Lines = lines, Title = "t" });
        var together = Dots(new DifferenceFigure { Lines = lines, Title = "t", Number = Plain });
        ((apart[0] - 382) / 120).ShouldBe(1 / 1.5, 0.001);
        ((together[0] - 382) / 120).ShouldBe(1 / 4.0, 0.001);
        ((together[1] - 382) / 120).ShouldBe(-3 / 4.0, 0.001);
    }

    [Fact]
    public void Narrow_FitsAPhone_AndSaysTheSame()
    {
        var paired = Figure([-1, 0, 1, 1], 0.25, (-0.5, 1));
        AssertFits(PairedChart.Render(paired with { IsNarrow = true }), PairedChart.Render(paired));
        DifferenceLine[] lines = [new("one", 1, (0.5, 1.5), "+1 [0.5, 1.5]", Margin: 2), new("two", -3, null, "-3")];
        var forest = new DifferenceFigure { Lines = lines, Title = "t" };
        AssertFits(DifferenceChart.Render(forest with { IsNarrow = true }), DifferenceChart.Render(forest));
    }

    private static void AssertFits(string narrow, string wide)
    {
        var svg = XElement.Parse(narrow);
        var (width, height) = (Number(svg, "width"), Number(svg, "height"));
        width.ShouldBeLessThanOrEqualTo(358);
        foreach (var each in svg.Descendants().Where(each => each.Attribute("x") is not null))
        {
            Number(each, "x").ShouldBeInRange(0, width);
            Number(each, "y").ShouldBeInRange(0, height);
        }

        Texts(svg).ShouldBe(Texts(XElement.Parse(wide)), ignoreOrder: true);
    }

    // Axes have fewer ticks: what is said of rows, means and sides stays.
    private static IEnumerable<string> Texts(XElement svg) =>
        svg.Descendants().Where(each => each.Name.LocalName is "title" or "text").Select(each => each.Value).Where(text => text.Any(char.IsLetter));

    private static List<double> Dots(DifferenceFigure figure) =>
        [.. XElement.Parse(DifferenceChart.Render(figure)).Descendants().Where(element => element.Name.LocalName == "circle").Select(dot => Number(dot, "cx"))];

    internal static PairedFigure Figure(double[] differences, double mean, (double Low, double High)? interval) => new()
    {
        Bins = PairedBins.Of(differences), Mean = mean, Interval = interval, MeanLabel = "mean", LeftLabel = "a", RightLabel = "b", Title = "paired", Number = Plain,
        BinLabel = (_, _, count) => $"{count}",
    };

    private static string Plain(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
