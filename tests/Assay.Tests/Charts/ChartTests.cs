using System.Globalization;
using System.Xml.Linq;
using Assay.Charts;

namespace Assay.Tests.Charts;

public sealed class ChartTests
{
    private const string Hostile = "<script>alert(1)</script>\"' & \uD800 \u0001";

    [Fact]
    public void Histogram_OfCounts_HasATitledBarForEachBinInProportion()
    {
        var svg = XElement.Parse(HistogramChart.Render(Figure([4, 0, 2, 1])));
        svg.Attribute("role")!.Value.ShouldBe("img");
        Titles(svg).ShouldBe(["scores", "0-0.25: 4", "0.25-0.5: 0", "0.5-0.75: 2", "0.75-1: 1"]);
        var heights = Bars(svg).Select(b => Number(b, "height")).ToArray();
        heights[1].ShouldBe(0);
        (heights[0] / heights[2]).ShouldBe(2, 0.01);
        (heights[0] / heights[3]).ShouldBe(4, 0.05);
    }

    [Fact]
    public void Histogram_WithAddresses_IsAGroupOfLinks_NoneForAnEmptyBin()
    {
        var svg = XElement.Parse(HistogramChart.Render(Figure([4, 0, 2]) with { BinHref = bin => $"/rows?bin={bin}&x=\"<" }));
        svg.Attribute("role")!.Value.ShouldBe("group");
        var links = svg.Elements().Where(element => element.Name.LocalName == "a").ToList();
        links.Select(link => link.Attribute("href")!.Value).ShouldBe(["/rows?bin=0&x=\"<", "/rows?bin=2&x=\"<"]);
        links.ShouldAllBe(link => link.Attribute("aria-label")!.Value.Length > 0);
    }

    [Fact]
    public void Histogram_WhereOneBinDwarfsTheOthers_StillShowsThem() =>
        Bars(XElement.Parse(HistogramChart.Render(Figure([1_000_000, 1])))).Min(b => Number(b, "height")).ShouldBe(1);

    [Fact]
    public void Histogram_WithAThresholdOutsideItsRange_LeavesItOut()
    {
        HistogramChart.Render(Figure([1]) with { Threshold = (0.5, "limit") }).ShouldContain("limit");
        HistogramChart.Render(Figure([1]) with { Threshold = (1.5, "limit") }).ShouldNotContain("limit");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity)]
    public void Histogram_OfNoRange_IsStillAPicture(double low, double high) =>
        XElement.Parse(HistogramChart.Render(Figure([3]) with { Low = low, High = high })).DescendantsAndSelf().Attributes()
            .ShouldAllBe(a => !a.Value.Contains("NaN", StringComparison.Ordinal) && !a.Value.Contains("Infinity", StringComparison.Ordinal));

    [Fact]
    public void Charts_OfHostileText_AreWellFormedAndHoldNoMarkupOfIt()
    {
        var pictures = new[]
        {
            HistogramChart.Render(Figure([1]) with { Title = Hostile, Description = Hostile, Unit = Hostile, Threshold = (0.5, Hostile), BinLabel = (_, _, _) => Hostile }),
            IntervalChart.Render(new IntervalFigure { Low = 0, High = 1, Value = 0.5, Title = Hostile }),
            BarChart.Render(new BarFigure { Bars = [new Bar(Hostile, 1, (0, 2), Hostile)], Low = 0, High = 2, Title = Hostile, Unit = Hostile, Number = (_, _) => Hostile }),
            ScatterChart.Render(new ScatterFigure
            {
                Points = [new ScatterPoint(Hostile, 1, 1, null, true, Hostile)], Title = Hostile, XLabel = Hostile, YLabel = Hostile, Number = (_, _) => Hostile,
            }),
            ConfusionChart.Render(new ConfusionFigure
            {
                Labels = [Hostile], Counts = [[1]], Title = Hostile, RowsLabel = Hostile, ColumnsLabel = Hostile, Label = (_, _) => Hostile,
            }),
            CategoryChart.Render(new CategoryFigure { Categories = [(Hostile, 1)], Title = Hostile, Description = Hostile, Label = (_, _) => Hostile }),
        };
        foreach (var picture in pictures)
        {
            XElement.Parse(picture).Descendants().ShouldNotContain(e => e.Name.LocalName == "script");
            picture.ShouldContain("&lt;script&gt;");
        }
    }

    [Fact]
    public void Interval_OnAScale_PutsDotAndWhiskerWhereTheyBelong()
    {
        var figure = new IntervalFigure { Low = 0, High = 10, Value = 5, Interval = (4, 7), Title = "x" };
        var svg = XElement.Parse(IntervalChart.Render(figure));
        Number(svg.Descendants().Single(e => e.Name.LocalName == "circle"), "cx").ShouldBe(80);
        svg.ToString().ShouldContain("M65.2 10H109.6");
        IntervalChart.Render(figure with { Interval = null }).ShouldNotContain("M65.2 10H109.6");
    }

    [Fact]
    public void TextLine_OfCounts_ShowsEveryBinThatHoldsAnything() => TextHistogram.Line([0, 1, 500, 1000]).ShouldBe(" ▁▄█");

    private static HistogramFigure Figure(long[] counts) => new()
    {
        Low = 0,
        High = 1,
        Counts = counts,
        Title = "scores",
        Number = (value, decimals) => value.ToString("F" + Math.Max(decimals, decimals > 0 ? 2 : 0), CultureInfo.InvariantCulture),
        BinLabel = (low, high, count) => string.Create(CultureInfo.InvariantCulture, $"{low}-{high}: {count}"),
    };

    private static IEnumerable<string> Titles(XElement svg) => svg.Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value);

    private static IEnumerable<XElement> Bars(XElement svg) =>
        svg.Descendants().Where(e => e.Name.LocalName == "rect" && e.Attribute("fill")!.Value.StartsWith("var", StringComparison.Ordinal));

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
