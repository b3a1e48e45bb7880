using Assay.Statistics;

namespace Assay.Tests.Statistics;

public sealed class MeanIntervalsTests
{
    private static readonly Interval Unit = new(0, 1);

    [Fact]
    public void LogitT_IsStudentsIntervalOfTheLogit()
    {
        var estimate = new MeanEstimate(0.8, 0.04, 25);

        var interval = MeanIntervals.LogitT(estimate, Unit, 0.95);

        double Logit(double p) => Math.Log(p / (1 - p));
        var reach = 2.0638985616280205 * 0.04 / (0.8 * 0.2);
        Logit(interval.Low).ShouldBe(Logit(0.8) - reach, 1e-12);
        Logit(interval.High).ShouldBe(Logit(0.8) + reach, 1e-12);
    }

    [Fact]
    public void LogitT_OnAnotherScale_IsTheSameThere()
    {
        var unit = MeanIntervals.LogitT(new MeanEstimate(0.8, 0.04, 25), Unit, 0.9);

        var ratings = MeanIntervals.LogitT(new MeanEstimate(1 + 4 * 0.8, 4 * 0.04, 25), new Interval(1, 5), 0.9);

        ratings.Low.ShouldBe(1 + 4 * unit.Low, 1e-12);
        ratings.High.ShouldBe(1 + 4 * unit.High, 1e-12);
    }

    [Fact]
    public void EffectiveWilson_OfIndependentRows_IsWilsonWithStudentsTail()
    {
        // 30 of 40: the standard error that makes the effective n 40.
        var interval = MeanIntervals.EffectiveWilson(new MeanEstimate(0.75, Math.Sqrt(0.75 * 0.25 / 40), 1_000_000_000), Unit, 0.95);

        var wilson = ConfidenceIntervals.Wilson(30, 40);
        interval.Low.ShouldBe(wilson.Low, 1e-7);
        interval.High.ShouldBe(wilson.High, 1e-7);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Constant_AtAnEnd_IsTheExactInterval(int score)
    {
        var interval = MeanIntervals.LogitT(new MeanEstimate(score, 0, 20), Unit, 0.95);

        var exact = ConfidenceIntervals.ClopperPearson(20 * score, 20);
        interval.Low.ShouldBe(exact.Low, 1e-12);
        interval.High.ShouldBe(exact.High, 1e-12);
    }

    [Fact]
    public void Groups_OfOneRowEach_GiveTheStandardErrorOfRows()
    {
        double[] scores = [0.1, 0.4, 0.4, 0.9, 0.7];

        MeanEstimate.Of(scores, RowGroups.None(5)).StandardError.ShouldBe(MeanEstimate.Of(scores).StandardError, 1e-15);
    }

    // Four rows that only repeat two: as sure as two rows are.
    [Fact]
    public void Groups_OfEqualRows_CountAsOneRowEach()
    {
        var grouped = MeanEstimate.Of([1, 1, 3, 3], new RowGroups([7, 7, 2, 2]));

        (grouped.Units, grouped.Mean).ShouldBe((2, 2));
        grouped.StandardError.ShouldBe(MeanEstimate.Of([1.0, 3]).StandardError, 1e-15);
    }

    // λ for one passing row solves exp(−λ) = 0.95, for two exp(−λ)(1 + λ) = 0.95.
    [Fact]
    public void AdjustedWilson_MovesTheNearEnd()
    {
        ConfidenceIntervals.AdjustedWilson(1, 20).Low.ShouldBe(-Math.Log(0.95) / 20, 1e-9);
        var two = 20 * ConfidenceIntervals.AdjustedWilson(2, 20).Low;
        (Math.Exp(-two) * (1 + two)).ShouldBe(0.95, 1e-9);
        ConfidenceIntervals.AdjustedWilson(18, 20).High.ShouldBe(1 - two / 20, 1e-12);
        ConfidenceIntervals.AdjustedWilson(18, 20).Low.ShouldBe(ConfidenceIntervals.Wilson(18, 20).Low);
        ConfidenceIntervals.AdjustedWilson(3, 20).ShouldBe(ConfidenceIntervals.Wilson(3, 20));
    }
}
