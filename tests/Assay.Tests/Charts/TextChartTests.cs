using System.Globalization;
using Assay.Charts;

namespace Assay.Tests.Charts;

public sealed class TextChartTests
{
    [Fact]
    public void Bar_IsSolidAsFarAsTheIntervalIsSure_AndPaleBeyondTheValue() =>
        TextBar.Line(0.6, (0.4, 0.8), 0, 1, 10).ShouldBe("████▓▓░░  ");

    [Fact]
    public void Bar_WithoutInterval_IsSolid() => TextBar.Line(0.6, null, 0, 1, 10).ShouldBe("██████    ");

    [Fact]
    public void Bar_OfANegativeValue_GoesLeftOfZero() => TextBar.Line(-0.5, (-0.75, -0.25), -1, 1, 16).ShouldBe("  ░░▓▓██        ");

    [Fact]
    public void Bar_OfAlmostNothing_IsSeen_AndOfNothingIsNot()
    {
        TextBar.Line(0.0001, null, 0, 1, 10).ShouldBe("█         ");
        TextBar.Line(0, null, 0, 1, 10).ShouldBe("          ");
        TextBar.Line(-0.0001, null, -1, 1, 10).ShouldBe("    █     ");
    }

    [Fact]
    public void Interval_AboutZero_ShowsOnWhichSideItLies()
    {
        TextInterval.Line(0.5, (0.25, 0.75), 1, 9).ShouldBe("    │├●┤ ");
        TextInterval.Line(0.25, (-0.5, 1), 1, 9).ShouldBe("  ├─┼●──┤");
        TextInterval.Line(-1, null, 1, 9).ShouldBe("○   │    ");
        TextInterval.Line(0, null, 0, 9).ShouldBe("    ○    ");
    }

    [Fact]
    public void Scatter_PutsPointsWhereTheyBelong_TheFrontierByItsNumbers()
    {
        var lines = TextScatter.Lines(
            new ScatterFigure
            {
                Points = [new ScatterPoint("dear", 2, 1, null, true, ""), new ScatterPoint("cheap", 1, 0.5, null, true, ""), new ScatterPoint("poor", 2, 0, null, false, "")],
                XLabel = "cost", YLabel = "quality", Title = "", Number = (value, decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture),
            },
            60, 11);
        lines[0].ShouldBe("quality");
        lines.ShouldAllBe(line => line.Length <= 60);
        Place(lines, '2').Column.ShouldBe(Place(lines, '○').Column);
        Place(lines, '2').Row.ShouldBeLessThan(Place(lines, '1').Row);
        Place(lines, '1').Row.ShouldBeLessThan(Place(lines, '○').Row);
        Place(lines, '1').Column.ShouldBeLessThan(Place(lines, '2').Column);
    }

    private static (int Row, int Column) Place(IReadOnlyList<string> lines, char sign)
    {
        for (var row = 1; row < lines.Count - 3; row++)
        {
            if (lines[row].Length > 12 && lines[row].IndexOf(sign, 12) is var column and >= 0) return (row, column);
        }

        throw new ArgumentException($"{sign} is nowhere");
    }
}
