using Assay.Results;
using Assay.Tests.Running;
using Assay.Tracking;

namespace Assay.Tests.Comparisons;

/// <summary>Gates that hold a run against another one.</summary>
public sealed class ComparisonGateTests : EvaluationTest
{
    [Theory]
    [InlineData(400, "exact_match/v1 not worse than base by 0.05", true)]
    [InlineData(40, "exact_match/v1 not worse than base by 0.05", false)]
    [InlineData(400, "exact_match/v1 better than base", false)]
    public async Task A_run_that_equals_its_baseline_is_not_worse_only_when_there_are_rows_enough(int rows, string gate, bool passes)
    {
        await EvaluateAsync("base", rows, i => i % 4 != 0);
        var outcome = (await EvaluateAsync("next", rows, i => i % 4 != 0, gate)).Gates.ShouldHaveSingleItem();
        outcome.Passed.ShouldBe(passes);
        outcome.Value.ShouldBe(0);
        outcome.Detail!.ShouldStartWith("difference 0, 95 % interval [-");
        outcome.Detail!.ShouldEndWith($"], {rows} rows");
    }

    [Fact]
    public async Task A_run_that_is_clearly_better_passes_both()
    {
        await EvaluateAsync("base", 100, i => i % 2 == 0);
        var gates = (await EvaluateAsync("next", 100, i => i % 4 != 0, "exact_match/v1 better than base", "exact_match/v1 not worse than base by 0.001")).Gates;
        gates.ShouldAllBe(gate => gate.Passed);
    }

    [Theory]
    [InlineData("exact_match/v1 not worse than nothing by 0.02", "no run is named 'nothing'")]
    [InlineData("exact_mach/v1 better than base", "no figure \"exact_mach/v1\" can be compared")]
    [InlineData("token_count better than base", "\"token_count\" has no better side")]
    public async Task What_cannot_be_compared_is_refused_before_a_row_is_answered(string gate, string message)
    {
        await EvaluateAsync("base", 20, _ => true);
        (await Should.ThrowAsync<BadInputException>(() => EvaluateAsync("next", 20, _ => true, gate))).Message.ShouldContain(message);
        (await Runs()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_baseline_without_the_metric_is_refused()
    {
        var run = await Store.Tracking.CreateRunAsync(new NewRun("0", "empty"), Cancel);
        (await Should.ThrowAsync<BadInputException>(() => EvaluateAsync("next", 20, _ => true, $"exact_match/v1 better than {run.RunId[..12]}")))
            .Message.ShouldContain("has no scores of exact_match");
    }

    private Task<EvaluationSummary> EvaluateAsync(string name, int rows, Func<int, bool> passes, params string[] gates) => new Evaluation
    {
        Dataset = Dataset.From(Enumerable.Range(0, rows).Select(i => new { inputs = $"question {i}", ground_truth = "right" })),
        Model = Model.From((row, _) => Task.FromResult<Answer>(passes((int)row.Index) ? "right" : "wrong")),
        Scorers = Scorers.Named("exact_match", "token_count"),
        RunName = name,
        Gates = [.. gates.Select(Gate.Parse)],
    }.RunAsync(Store, null, Cancel);
}
