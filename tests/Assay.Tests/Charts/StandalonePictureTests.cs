using System.Globalization;
using System.Xml.Linq;
using Assay.Charts;

namespace Assay.Tests.Charts;

public sealed class StandalonePictureTests
{
    private const string Hostile = "<script>alert(1)</script>\"' & \uD800 \u0001 =\"var(--paper,#ffffff)\"";

    [Fact]
    public void Picture_StandsOnItsOwn_WithGroundHeadingAndLiteralColours()
    {
        var picture = StandalonePicture.Render(Chart("bars"), "A heading", ["What was found."], ["A note."]);
        var svg = XElement.Parse(picture);
        picture.ShouldNotContain("var(");
        picture.ShouldContain("prefers-color-scheme:dark");
        svg.Attribute("role")!.Value.ShouldBe("img");
        svg.Attribute("aria-label")!.Value.ShouldBe("A heading");
        var ground = svg.Elements().First(element => element.Name.LocalName == "rect");
        ground.Attribute("width")!.Value.ShouldBe("100%");
        ground.Attribute("fill")!.Value.ShouldBe("#ffffff");
        var inner = svg.Descendants().Single(element => element.Name.LocalName == "svg");
        Number(svg, "width").ShouldBe(Number(inner, "width") + 40);
        Number(svg, "height").ShouldBeGreaterThan(Number(inner, "height") + 40);
    }

    [Fact]
    public void Picture_WithALongNote_BreaksItBetweenWords()
    {
        var svg = XElement.Parse(StandalonePicture.Render(Chart("bars"), "x", [], [string.Join(" ", Enumerable.Repeat("several words", 30)) + " " + new string('y', 900)]));
        var lines = svg.Elements().Where(element => element.Name.LocalName == "text").Skip(1).Select(line => line.Value).ToList();
        lines.Count.ShouldBeGreaterThan(3);
        lines.ShouldAllBe(line => line.Length <= 113);
    }

    [Fact]
    public void Picture_OfHostileText_IsWellFormedAndHoldsNoMarkupOfIt()
    {
        var picture = StandalonePicture.Render(Chart(Hostile), Hostile, [Hostile], [Hostile]);
        XElement.Parse(picture).Descendants().ShouldNotContain(element => element.Name.LocalName == "script");
        picture.ShouldContain("&lt;script&gt;");
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("a name that is long", 10, "a name th…")]
    [InlineData("東京都千代田区", 8, "東京都…")]
    [InlineData("😀😀😀😀😀😀", 6, "😀😀…")]
    public void ShortText_FitsTheRoomOfSoManySmallLetters(string text, int most, string expected) => ShortText.Of(text, most).ShouldBe(expected);

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("plain · temperature 0 · max 12", 15, "plain ·… max 12")]
    [InlineData("東京都千代田区", 8, "東京…区")]
    [InlineData("MMMMMMMMMM", 10, "MMM…MM")]
    public void ShortText_CutInTheMiddle_KeepsBothEnds(string text, int most, string expected) => ShortText.Middle(text, most).ShouldBe(expected);

    private static string Chart(string name) => BarChart.Render(new BarFigure
    {
        Bars = [new Bar(name, 0.5, (0.4, 0.6), "0.5")], Low = 0, High = 1, Title = name, Number = (value, decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture),
    });

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
