using Assay.Results;
using Assay.Scoring;
using Assay.Statistics;
using Assay.Tracking;
using Assay.Web.Evaluations;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Tests.Web.Evaluations;

public sealed class ScalePictureTests
{
    [Theory]
    [InlineData(AggregateKind.Mean, 3, "1", "5")]
    [InlineData(AggregateKind.Ratio, 0.25, "0", "1")]
    public void Of_AFigure_StandsBetweenTheEndsOfItsScale(AggregateKind kind, double value, string low, string high)
    {
        var picture = Of(new AggregateResult("s/v1", kind, value, new Interval(value - 0.1, value + 0.1)));
        picture.ShouldStartWith($"<span class=\"q\">{low}</span><svg");
        picture.ShouldEndWith($"</svg><span class=\"q\">{high}</span>");
    }

    [Theory]
    [InlineData(AggregateKind.Variance, 2)]
    [InlineData(AggregateKind.Mean, 7)]
    [InlineData(AggregateKind.Corpus, 42)]
    [InlineData(AggregateKind.Mean, double.NaN)]
    public void Of_WhatIsNotOnTheScaleOfItsScores_IsNoPicture(AggregateKind kind, double value) => Of(new AggregateResult("s/v1", kind, value)).ShouldBe("");

    private static string Of(AggregateResult figure)
    {
        var scorer = new ScorerSummary
        {
            Scorer = new ScorerDescription { Name = "s", Summary = "s", Kind = ScoreKind.Ordinal, Direction = ScoreDirection.Higher, Scale = new Interval(1, 5), Aggregates = [] },
            Scored = 1, NotScored = [], Aggregates = [figure],
        };
        var summary = new EvaluationSummary
        {
            RunId = "r", RunName = "r", Experiment = "e", Status = RunStatus.Finished, StartTime = default, DurationSeconds = 1,
            Dataset = new DatasetReference("d", "d", "local", "{}"), Settings = [], Rows = new RowCounts { Total = 1 }, Scorers = [scorer],
        };
        return ScalePicture.Of(new Visit(new DefaultHttpContext(), null!, Visitor.Anyone, default), summary, scorer, figure);
    }
}
