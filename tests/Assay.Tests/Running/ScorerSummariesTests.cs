using Assay.Results;
using Assay.Running;
using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Tests.Running;

public sealed class ScorerSummariesTests
{
    [Fact]
    public void NoScores_HaveNoFigures_ButTheirReason()
    {
        var summary = SummarizedScores.Of([null]);

        summary.Scored.ShouldBe(0);
        summary.Aggregates.ShouldBeEmpty();
        summary.Histogram.ShouldBeNull();
        summary.NotScored.ShouldBe([new ReasonCount("none was given", 1)]);
    }

    [Fact]
    public void RowsWithoutAScore_AreLeftOut()
    {
        var summary = SummarizedScores.Of([1, null, 3]);

        summary.Scored.ShouldBe(2);
        summary.Aggregates.Select(figure => (figure.Kind, figure.Value))
            .ShouldBe([(AggregateKind.Mean, 2), (AggregateKind.Variance, 1), (AggregateKind.P90, 2.8)]);
    }

    [Fact]
    public void ScoresThatAreNaN_AreScores_WithoutAPicture()
    {
        var scorer = Scorers.Named("toxicity").Single();

        var summary = SummarizedScores.Of([double.NaN], scorer);

        summary.Scored.ShouldBe(1);
        summary.Aggregates[0].Value.ShouldBe(double.NaN);
        summary.Histogram.ShouldBeNull();
    }

    [Fact]
    public void Slots_KeepTheRowsOrder_WhateverCameFirst()
    {
        var slots = new ScoreSlots(3);
        slots.Set(2, 30, null);
        slots.Set(0, 10, null);
        slots.Miss(1, "the row failed");

        slots.Scored().Scores.ShouldBe([10, 30]);
        slots.Scored().Rows.ShouldBe([0, 2]);
    }

    [Fact]
    public void Slots_CountManyDifferentReasonsTogether()
    {
        var slots = new ScoreSlots(103);
        for (var i = 0; i < 103; i++)
        {
            slots.Miss(i, $"reason {i}");
        }

        slots.Reasons.Count.ShouldBe(101);
        slots.Reasons[0].ShouldBe(new ReasonCount("other reasons", 3));
    }

    [Theory]
    [InlineData(0.5, 2 / 3.0)]
    [InlineData(0.9, 1 / 3.0)]
    [InlineData(1.1, 0.0)]
    public void RatioAtLeast_CountsTheThresholdItself(double threshold, double ratio) =>
        Aggregates.RatioAtLeast([0.1, 0.5, 1], threshold).ShouldBe(ratio);
}
