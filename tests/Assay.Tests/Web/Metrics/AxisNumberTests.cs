using Assay.Charts;
using Assay.Web.Languages;
using Assay.Web.Metrics;

namespace Assay.Tests.Web.Metrics;

public sealed class AxisNumberTests
{
    [Theory]
    [InlineData(0.5, 1, "0.5")]
    [InlineData(0, 12, "0")]
    [InlineData(1_250_000, 0, "1,250,000")]
    [InlineData(1_250_000_000, 0, "1.25e+9")]
    [InlineData(9.8e-13, 12, "9.8e−13")]
    [InlineData(-0.0000025, 7, "−2.5e−6")]
    public void Of_ANumber_FitsBesideTheAxis(double value, int decimals, string text) => AxisNumber.Of(PageLanguage.English.Notation, value, decimals).ShouldBe(text);

    [Theory]
    [InlineData(0.95e-12, 1.05e-12)]
    [InlineData(1.000001, 1.000005)]
    [InlineData(0.00001, 0.00005)]
    [InlineData(1e9, 1.4e9)]
    public void Of_TheTicksOfAnAxis_TellsThemApart(double low, double high)
    {
        var ticks = Ticks.Nice(low, high, 6);
        ticks.Values.Select(tick => AxisNumber.Of(PageLanguage.English.Notation, tick, ticks.Decimals)).Distinct().Count().ShouldBe(ticks.Values.Count);
    }
}
