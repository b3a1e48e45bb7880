using Assay.Statistics;
using Assay.Reports;
using Assay.Reports.Figures;
using Assay.Reports.Languages;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Tests.Reports;

public sealed class FigureFormatTests
{
    [Theory]
    [InlineData(0.74213, 0.6918, 0.7912, "0.742", "[0.692, 0.791]")]
    [InlineData(9.4321, 8.1, 10.72, "9.4", "[8.1, 10.7]")]
    [InlineData(0.0123456, 0.0119, 0.0128, "0.01235", "[0.01190, 0.01280]")]
    [InlineData(1234.5, 1000, 1500, "1,234", "[1,000, 1,500]")]
    [InlineData(-0.031, -0.05, 0.001, "−0.031", "[−0.050, 0.001]")]
    [InlineData(0, -0.1, 0.1, "0.00", "[−0.10, 0.10]")]
    public void Value_WithAnInterval_HasTheDigitsThatItSupports(double value, double low, double high, string text, string interval)
    {
        var figure = new AggregateResult("k", AggregateKind.Mean, value, new Interval(low, high));
        var format = FigureFormat.For(ReportLanguage.En);
        format.Value(figure).ShouldBe(text);
        format.Interval(figure).ShouldBe(interval);
    }

    [Theory]
    [InlineData(0.0539999, "0.0540")]
    [InlineData(12345.678, "12,346")]
    [InlineData(3, "3")]
    [InlineData(0, "0")]
    [InlineData(0.00000001234, "1.23e−8")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void Value_WithoutAnInterval_HasThreeSignificantDigits(double value, string text) =>
        FigureFormat.For(ReportLanguage.En).Value(new AggregateResult("k", AggregateKind.Variance, value)).ShouldBe(text);

    [Fact]
    public void Value_WithAnIntervalOfNoWidth_HasThreeSignificantDigits()
    {
        var figure = new AggregateResult("k", AggregateKind.Mean, 0.25, new Interval(0.25, 0.25));
        FigureFormat.For(ReportLanguage.En).Value(figure).ShouldBe("0.250");
    }

    [Theory]
    [InlineData(ReportLanguage.En, "1,234.50", "[1,234.00, 1,235.20]", "4 March 2026, 15:16 UTC", "12.5%")]
    [InlineData(ReportLanguage.Pt, "1.234,50", "[1.234,00; 1.235,20]", "4 de março de 2026, 15:16 UTC", "12,5%")]
    [InlineData(ReportLanguage.Fr, "1\u202F234,50", "[1\u202F234,00 ; 1\u202F235,20]", "4 mars 2026 à 15:16 UTC", "12,5\u00A0%")]
    public void Numbers_InEachLanguage_AreWrittenItsWay(ReportLanguage language, string value, string interval, string date, string percent)
    {
        var figure = new AggregateResult("k", AggregateKind.Mean, 1234.5, new Interval(1234, 1235.2));
        var texts = ReportTexts.For(language);
        FigureFormat.For(language).Value(figure).ShouldBe(value);
        FigureFormat.For(language).Interval(figure).ShouldBe(interval);
        texts.Notation.Date(new DateTimeOffset(2026, 3, 4, 17, 16, 17, TimeSpan.FromHours(2))).ShouldBe(date);
        texts.Percent(0.125).ShouldBe(percent);
    }

    [Theory]
    [InlineData(AggregateKind.Mean, "s")]
    [InlineData(AggregateKind.Variance, "s²")]
    [InlineData(AggregateKind.Ratio, null)]
    public void Unit_OfAFigure_FollowsItsKind(AggregateKind kind, string? unit) =>
        FigureFormat.Unit(new AggregateResult("k", kind, 1), SampleSummary.Grade with { Unit = "s" }).ShouldBe(unit);

    [Theory]
    [InlineData(0.4213, "0.42 s")]
    [InlineData(83.4, "1 min 23 s")]
    [InlineData(7800, "2 h 10 min")]
    public void Duration_OfSeconds_HasTwoUnitsAtMost(double seconds, string text) => ReportTexts.For(ReportLanguage.En).Notation.Duration(seconds).ShouldBe(text);

    [Theory]
    [InlineData(0.99999, ">99.9%")]
    [InlineData(0.0000001, "<0.1%")]
    [InlineData(1, "100%")]
    [InlineData(0, "0%")]
    public void Percent_NearTheEnds_IsNotRoundedOntoThem(double share, string text) => ReportTexts.For(ReportLanguage.En).Percent(share).ShouldBe(text);

    [Fact]
    public void Place_OfAThreshold_HasNoZerosBehind() => ReportTexts.For(ReportLanguage.Pt).Notation.Place(0.5).ShouldBe("0,5");

    [Theory]
    [InlineData("exact_match/v1 >= 0.8", 0.7999993, "0.799999")]
    [InlineData("exact_match/v1 >= 0.8", 0.3333333, "0.333")]
    [InlineData("exact_match/v1 >= 0.8", 0.8, "0.8000")]
    [InlineData("latency/mean < 2", 2.00004, "2.00004")]
    [InlineData("no comparison", 1234.5678, "1,235")]
    public void Figure_BesideAGate_ShowsOnWhichSideItLies(string gate, double figure, string text) =>
        GateBound.Of(gate).Beside(figure, ReportTexts.For(ReportLanguage.En).Notation).ShouldBe(text);
}
