using Assay.Comparisons;
using Assay.Results;
using Assay.Scoring;
using Assay.Tests.Running;

namespace Assay.Tests.Comparisons;

/// <summary>Runs of one store held against each other.</summary>
public sealed class ComparisonTests : EvaluationTest
{
    private static readonly string[] Answers = ["right", "wrong"];

    [Fact]
    public async Task A_run_that_passes_more_rows_is_better_by_the_mid_p_of_the_rows_that_differ()
    {
        await RunAsync("one", 60, i => i % 2 == 0);
        await RunAsync("two", 60, i => i % 2 == 0 || i % 5 < 2);
        var metric = (await Comparison.Of(Store, ["one", "two"], null, Cancel)).Metrics.ShouldHaveSingleItem();
        metric.Metric.ShouldBe("exact_match/v1");
        (metric.A, metric.B, metric.Rows, metric.Gained, metric.Lost).ShouldBe((0.5, 0.7, 60, 12, 0));
        metric.P.ShouldBe(Math.Pow(2, -12), 1e-12);
        metric.PAdjusted.ShouldBe(metric.P);
        metric.Verdict.ShouldBe(Verdict.Better);
        metric.Interval.Method.ShouldBe("Tango score");
        metric.Interval.Interval!.Value.Low.ShouldBeGreaterThan(0);
        metric.SmallestDifference.ShouldBeNull();
        metric.Changed.Count.ShouldBe(10);
        metric.Changed[0].ShouldSatisfyAllConditions(
            row => row.Input.ShouldBe("question 1"), row => row.OutputA.ShouldBe("wrong"), row => row.OutputB.ShouldBe("right"), row => row.Difference.ShouldBe(1));
    }

    [Fact]
    public async Task The_same_run_twice_over_gives_no_evidence_and_within_a_margin_is_equivalent()
    {
        await RunAsync("one", 200, i => i % 2 == 0);
        await RunAsync("two", 200, i => i % 2 == 0);
        var metric = (await Comparison.Of(Store, ["one", "two"], null, Cancel)).Metrics[0];
        (metric.P, metric.Verdict).ShouldBe((1, Verdict.NoEvidence));
        metric.SmallestDifference!.Value.ShouldBeInRange(0.01, 0.1);
        (await Comparison.Of(Store, ["one", "two"], new ComparisonOptions { Margin = 0.02 }, Cancel)).Metrics[0].Verdict.ShouldBe(Verdict.Equivalent);
        (await Comparison.Of(Store, ["one", "two"], new ComparisonOptions { Margin = 0.01 }, Cancel)).Metrics[0].Verdict.ShouldBe(Verdict.NoEvidence);
    }

    [Fact]
    public async Task Rows_that_one_run_lacks_are_counted_and_left_out()
    {
        await RunAsync("one", 40, i => i % 2 == 0);
        await RunAsync("two", 30, i => i % 2 == 0);
        var comparison = await Comparison.Of(Store, ["one", "two"], null, Cancel);
        comparison.SharedRows.ShouldBe(30);
        comparison.Runs[0].Unmatched.ShouldBe(10);
        comparison.Runs[1].Unmatched.ShouldBe(0);
        comparison.Notes.ShouldContain(note => note.StartsWith("the runs are of different data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recorded_answers_in_two_columns_are_matched_by_what_else_the_rows_hold()
    {
        await RunRecordedAsync("one", i => i % 2 == 0);
        await RunRecordedAsync("two", i => i % 3 == 0);
        var comparison = await Comparison.Of(Store, ["one", "two"], null, Cancel);
        comparison.ByContent.ShouldBeTrue();
        comparison.SharedRows.ShouldBe(40);
        comparison.Metrics[0].Changed[0].OutputA.ShouldNotBe(comparison.Metrics[0].Changed[0].OutputB);
    }

    [Fact]
    public async Task A_metric_without_a_better_side_is_different_and_lower_is_better_turns_the_verdict()
    {
        static IScorer Length(string name, ScoreDirection direction) =>
            Scorers.Own(name, ScoreKind.Unbounded, direction, (sample, _) => new(new Score(sample.Output.Text!.Length)));
        IScorer[] scorers = [Length("plain", ScoreDirection.None), Length("short", ScoreDirection.Lower)];
        await EvaluateAsync("one", 40, i => new string('a', 10 + (i % 3)), scorers);
        await EvaluateAsync("two", 40, i => new string('a', 13 + (i % 4)), scorers);
        var metrics = (await Comparison.Of(Store, ["one", "two"], null, Cancel)).Metrics;
        metrics.Select(metric => metric.Verdict).ShouldBe([Verdict.Different, Verdict.Worse]);
        metrics.ShouldAllBe(metric => metric.Interval.Method == "paired t" && metric.Test == "permutation");
        metrics.Select(metric => metric.IntervalConfidence).Order().ShouldBe([0.95, 0.975], 1e-9);
    }

    [Fact]
    public async Task Metrics_that_are_not_primary_are_not_corrected()
    {
        var exact = Scorers.Named("exact_match", "token_count");
        await EvaluateAsync("one", 40, i => Answers[i % 2], exact);
        await EvaluateAsync("two", 40, i => Answers[i % 4 == 0 ? 0 : 1], exact);
        var comparison = await Comparison.Of(Store, ["one", "two"], new ComparisonOptions { Primary = ["exact_match"] }, Cancel);
        comparison.Metrics.Select(metric => (metric.Metric, metric.IsPrimary)).ShouldBe([("exact_match/v1", true), ("token_count", false)]);
        comparison.Metrics.ShouldAllBe(metric => metric.IntervalConfidence == 0.95 && metric.PAdjusted.Equals(metric.P));
        (await Should.ThrowAsync<BadInputException>(() => Comparison.Of(Store, ["one", "two"], new ComparisonOptions { Primary = ["exact_mach"] }, Cancel)))
            .Message.ShouldBe("--primary exact_mach: the runs share no such metric; they share exact_match/v1, token_count");
    }

    [Fact]
    public async Task Fourteen_rows_of_pass_or_fail_have_an_interval_and_of_other_scores_have_none()
    {
        await EvaluateAsync("one", 14, i => Answers[i % 2], Scorers.Named("exact_match", "latency"));
        await EvaluateAsync("two", 14, i => Answers[i % 3 == 0 ? 0 : 1], Scorers.Named("exact_match", "latency"));
        var metrics = (await Comparison.Of(Store, ["one", "two"], null, Cancel)).Metrics;
        metrics[0].Interval.Method.ShouldBe("Bonett-Price");
        metrics[1].Interval.Reason.ShouldBe("14 rows in both runs; the difference of means needs 15 for an interval");
        metrics[1].P.ShouldBeInRange(0, 1);
    }

    [Fact]
    public async Task Of_three_runs_the_clear_winner_is_first_and_the_clear_loser_is_told_apart()
    {
        await RunAsync("good", 100, i => i % 10 != 0);
        await RunAsync("alike", 100, i => i % 10 != 1);
        await RunAsync("bad", 100, i => i % 3 == 0);
        var comparison = await Comparison.Of(Store, ["good", "alike", "bad"], null, Cancel);
        comparison.Metrics.Select(metric => metric.RunA).Distinct().ShouldBe([comparison.Runs[0].Id]);
        comparison.Metrics.Select(metric => metric.Verdict).ShouldBe([Verdict.NoEvidence, Verdict.Worse]);
        var ranks = comparison.Rankings.ShouldHaveSingleItem().Runs.ToDictionary(run => comparison.Runs.First(of => of.Id == run.Run).Name);
        ranks["bad"].ShouldSatisfyAllConditions(run => run.MayBeBest.ShouldBeFalse(), run => run.FirstShare.ShouldBe(0));
        ranks["good"].MayBeBest.ShouldBeTrue();
        ranks["alike"].MayBeBest.ShouldBeTrue();
        ranks.Values.Sum(run => run.FirstShare).ShouldBe(1, 1e-9);
    }

    [Theory]
    [InlineData("none", "no run is named 'none' and no id begins with it; 'assay runs' lists them")]
    [InlineData("one", "the run ")]
    [InlineData("last~7", "'last~7': there are only 1 runs; 'assay runs' lists them")]
    public async Task A_run_that_cannot_be_compared_is_refused(string other, string message)
    {
        await RunAsync("one", 20, _ => true);
        (await Should.ThrowAsync<BadInputException>(() => Comparison.Of(Store, ["one", other], null, Cancel))).Message.ShouldStartWith(message);
    }

    private Task<EvaluationSummary> RunAsync(string name, int rows, Func<int, bool> passes) =>
        EvaluateAsync(name, rows, i => Answers[passes(i) ? 0 : 1], Scorers.Named("exact_match"));

    private Task<EvaluationSummary> EvaluateAsync(string name, int rows, Func<int, string> answer, IReadOnlyList<IScorer> scorers) => new Evaluation
    {
        Dataset = Dataset.From(Enumerable.Range(0, rows).Select(i => new { inputs = $"question {i}", ground_truth = "right" })),
        Model = Model.From((row, _) => Task.FromResult<Answer>(answer((int)row.Index))),
        Scorers = scorers,
        RunName = name,
    }.RunAsync(Store, null, Cancel);

    private Task<EvaluationSummary> RunRecordedAsync(string name, Func<int, bool> passes) => new Evaluation
    {
        Dataset = Dataset.From(Enumerable.Range(0, 40).Select(i => new { inputs = $"question {i}", ground_truth = "right", answer = Answers[passes(i) ? 0 : 1] })),
        Model = Model.Recorded("answer"),
        Scorers = Scorers.Named("exact_match"),
        RunName = name,
    }.RunAsync(Store, null, Cancel);
}
