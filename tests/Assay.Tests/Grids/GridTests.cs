using Assay.Grids;
using Assay.Models;
using Assay.Tests.Running;
using Assay.Tracking;

namespace Assay.Tests.Grids;

public sealed class GridTests : EvaluationTest
{
    private int _asked;

    [Fact]
    public async Task Run_LogsAParentWithARunForEachCombination()
    {
        var summary = await Grid(40).RunAsync(Store, cancellationToken: Cancel);

        summary.Cells.Select(cell => cell.Name).ShouldBe(["plain · t=0", "plain · t=1", "careful · t=0", "careful · t=1"]);
        var runs = await Runs();
        runs.Count.ShouldBe(5);
        runs.Count(run => run.Tags.Contains(new Tag("mlflow.parentRunId", summary.RunId))).ShouldBe(4);
        runs.ShouldAllBe(run => run.Status == RunStatus.Finished);
        var parent = runs.Single(run => run.RunId == summary.RunId);
        parent.Params.ShouldContain(new Param("grid.prompt", "plain | careful"));
        parent.Metrics.Single(metric => metric.Key == "grid/cells").Value.ShouldBe(4);
        var stored = await GridArtifact.ReadAsync(Store.Artifacts, parent, Cancel);
        stored!.Choice!.Name.ShouldBe(summary.Choice!.Name);
        stored.Cells.Select(cell => cell.Value).ShouldBe(summary.Cells.Select(cell => cell.Value));
    }

    [Fact]
    public async Task Choice_IsTheBestSetting_AndItsCorrectedFigureIsNoBetter()
    {
        var summary = await Grid(200).RunAsync(Store, cancellationToken: Cancel);

        var choice = summary.Choice.ShouldNotBeNull();
        choice.Name.ShouldBe("careful · t=0");
        choice.Apparent.ShouldBe(summary.Cells.Max(cell => cell.Value)!.Value);
        choice.Corrected.ShouldBeLessThanOrEqualTo(choice.Apparent + 0.005);
        choice.Ranks.Sum(rank => rank.ShareFirst).ShouldBe(1, 1e-9);
        choice.Ranks[0].Setting.ShouldBe(choice.Setting);
        summary.Effects.Single(effect => effect is { Axis: "temperature", Option: "1" }).Difference!.Value.ShouldBe(-0.25, 1e-9);
    }

    [Fact]
    public async Task TooFewRows_ChooseNothing_AndSayWhy()
    {
        var summary = await Grid(14).RunAsync(Store, cancellationToken: Cancel);

        summary.Choice.ShouldBeNull();
        summary.WhyNoChoice.ShouldBe("14 rows have a score in every cell; a choice needs 15");
    }

    [Fact]
    public async Task Resume_TakesOverCellsThatAreDone_AndGoesOnInTheOneThatBroke()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var grid = Grid(40, () => _asked == 60, stop);
        await Should.ThrowAsync<OperationCanceledException>(() => grid.RunAsync(Store, cancellationToken: stop.Token));
        var parent = (await Runs()).Single(run => run.Tags.All(tag => tag.Key != "mlflow.parentRunId"));
        parent.Status.ShouldBe(RunStatus.Killed);

        var before = _asked;
        var prepared = await Grid(40).PrepareAsync(Cancel);
        var summary = await prepared.ResumeAsync(Store, "last", cancellationToken: Cancel);

        summary.RunId.ShouldBe(parent.RunId);
        summary.Cells.ShouldAllBe(cell => cell.Scored == 40);
        (await Runs()).Count.ShouldBe(5);
        (_asked - before).ShouldBeInRange(160 - before, 160 - before + 8);
    }

    [Fact]
    public async Task Resume_WithOtherAxes_IsRefused()
    {
        await Grid(20).RunAsync(Store, cancellationToken: Cancel);
        var other = await (Grid(20) with { Temperatures = [0, 0.5] }).PrepareAsync(Cancel);

        (await Should.ThrowAsync<BadInputException>(() => other.ResumeAsync(Store, "last", cancellationToken: Cancel))).Message.ShouldContain("the axes changed");
    }

    [Fact]
    public async Task TheSameOptionTwice_IsRefused() => (await Should.ThrowAsync<BadInputException>(
        () => (Grid(20) with { Temperatures = [0, 0] }).PrepareAsync(Cancel))).Message.ShouldBe(
            "grid: temperature has the option '0' twice; give each once, or under a name of its own");

    [Fact]
    public async Task SeveralDataSets_AreChosenOverTogether_AndShownApart()
    {
        var summary = await (Grid(30) with { Datasets = [Questions(30, "a"), Questions(20, "b")] }).RunAsync(Store, cancellationToken: Cancel);

        summary.Cells.Count.ShouldBe(8);
        summary.Choice!.Rows.ShouldBe(50);
        summary.Choice.Ranks.Count.ShouldBe(4);
        summary.Choice.Name.ShouldBe("careful · t=0");
    }

    [Fact]
    public async Task Frontier_HoldsWhatNothingElseBeatsInBoth()
    {
        var prices = PriceTable.Bundled.With(new Dictionary<string, ModelPrice> { ["cheap"] = new(0, 1), ["dear"] = new(0, 10) });
        var grid = Grid(40) with { Models = [Model("cheap"), Model("dear")], Temperatures = [0], Prices = prices };

        var summary = await grid.RunAsync(Store, cancellationToken: Cancel);

        summary.Cells.Where(cell => cell.IsCheapestForItsQuality).Select(cell => cell.Name).ShouldBe(["cheap · careful"]);
        summary.CostUsd!.Value.ShouldBe((40 * 2 * 5 * 1 + 40 * 2 * 5 * 10) / 1e6, 1e-12);
    }

    private EvaluationGrid Grid(int rows, Func<bool>? when = null, CancellationTokenSource? stop = null) => new()
    {
        Datasets = [Questions(rows, "questions")],
        Models = [Model("model", when, stop)],
        Prompts = [new GridOption("plain", "{{inputs}}"), new GridOption("careful", "Take care: {{inputs}}")],
        Temperatures = [0, 1],
        Scorers = Scorers.Named("exact_match"),
        Concurrency = 2,
    };

    private static Dataset Questions(int rows, string name) => Dataset.From(
        Enumerable.Range(0, rows).Select(i => new { inputs = $"{name} {i}", ground_truth = $"answer {i}", i }), name);

    /// <summary>Right in 3 rows of 4 when asked to take care, else in 2 of 4; in one less at temperature 1.</summary>
    private GridModel Model(string name, Func<bool>? when = null, CancellationTokenSource? stop = null) => new(name, new FunctionModel(name, (request, _) =>
    {
        Interlocked.Increment(ref _asked);
        if (when?.Invoke() == true)
        {
            stop!.Cancel();
        }

        var number = request.Prompt.Split(' ')[^1];
        var right = (request.Prompt.StartsWith("Take care", StringComparison.Ordinal) ? 3 : 2) - (int)request.Parameters.Temperature!.Value;
        var isRight = int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) % 4 < right;
        return Task.FromResult(new Answer { Text = isRight ? $"answer {number}" : "no", Usage = new TokenUsage(10, 5) });
    }));
}
