using Assay.Statistics;

namespace Assay.Tests.Statistics;

public sealed class ScoreColumnTests
{
    [Fact]
    public void Aggregate_NoScores_IsNullWithTheMissingCounted()
    {
        var column = new ScoreColumn();
        column.Add(null);
        column.Aggregate().ShouldBe(new AggregateSet(0, 1, null, null, null, null, null, null));
    }

    [Fact]
    public void Aggregate_leaves_rows_without_a_score_out()
    {
        var column = new ScoreColumn();
        foreach (double? score in new double?[] { 1, null, 3 }) column.Add(score);
        var set = column.Aggregate();
        (set.Scored, set.Missing, set.Mean, set.Variance).ShouldBe((2, 1, 2, 1));
    }

    [Fact]
    public void Aggregate_keeps_the_order_of_the_scores()
    {
        var column = new ScoreColumn();
        foreach (var score in new[] { 3.0, 1, 2 }) column.Add(score);
        column.Aggregate();
        column.Scores.ToArray().ShouldBe([3, 1, 2]);
    }

    [Theory]
    [InlineData(0.5, 2 / 3.0)]
    [InlineData(0.9, 1 / 3.0)]
    [InlineData(1.1, 0.0)]
    public void RatioAtLeast_counts_the_threshold_itself(double threshold, double ratio) =>
        Aggregates.RatioAtLeast([0.1, 0.5, 1], threshold).ShouldBe(ratio);
}
