using Assay.Scoring;
using Assay.Tracking;
using Assay.Web.Runs;

namespace Assay.Tests.Web.Runs;

public sealed class SiblingValuesTests
{
    [Fact]
    public void Of_HigherIsBetter_CountsThoseAbove()
    {
        var siblings = new SiblingValues(Run("me", 0.5), [Run("me", 0.5), Run("a", 0.9), Run("b", 0.5), Run("c", 0.1)]);
        siblings.Runs.ShouldBe(3);
        siblings.Of("m", 0.5, ScoreDirection.Higher)!.Place.ShouldBe(2);
        siblings.Of("m", 0.5, ScoreDirection.Lower)!.Place.ShouldBe(2);
        siblings.Of("m", 0.5)!.Values.Order().ShouldBe([0.1, 0.5, 0.5, 0.9]);
    }

    [Fact]
    public void Of_NothingToHoldItAgainst_IsNothing()
    {
        var siblings = new SiblingValues(Run("me", 0.5), [Run("a", double.NaN)]);
        siblings.Of("m", 0.5).ShouldBeNull();
        siblings.Of("other", 0.5).ShouldBeNull();
        siblings.Of("m", double.NaN).ShouldBeNull();
    }

    [Theory]
    [InlineData(0.9, "0.9")]
    [InlineData(0.8125, "0.8125")]
    [InlineData(1234567, "1,234,567")]
    [InlineData(0.123456789, "0.123457")]
    [InlineData(-2, "−2")]
    [InlineData(double.NaN, "NaN")]
    public void MetricText_OfALoggedValue_HasItsDigits(double value, string text) =>
        MetricText.Of(Assay.Web.Languages.PageLanguage.English.Notation, value).ShouldBe(text);

    private static Run Run(string id, double value) => new()
    {
        RunId = id, ExperimentId = "1", RunName = id, ArtifactUri = "x", Metrics = [new Metric("m", value, 0)],
    };
}
