using System.Collections.Concurrent;
using Assay.Evaluations;
using Assay.Models;
using Assay.Tracking;

namespace Assay.Tests.Running;

public sealed class ResumeTests : EvaluationTest
{
    [Fact]
    public async Task Cancelled_KeepsWhatIsDone_AndResumeAsksOnlyTheRest()
    {
        var asked = new ConcurrentBag<long>();
        using var stop = new CancellationTokenSource();
        var model = Model.From(async (row, cancellationToken) =>
        {
            asked.Add(row.Index);
            if (asked.Count == 30)
            {
                await stop.CancelAsync();
            }

            await Task.Delay(1, cancellationToken);
            return row["ground_truth"];
        });
        var evaluation = Questions(100) with { Model = model, Concurrency = 4 };

        await Should.ThrowAsync<OperationCanceledException>(() => evaluation.RunAsync(Store, cancellationToken: stop.Token));
        var run = (await Runs()).Single();
        run.Status.ShouldBe(RunStatus.Killed);
        var kept = await Keys(run.RunId);
        kept.Count.ShouldBeInRange(20, 30);

        asked.Clear();
        var summary = await evaluation.ResumeAsync(Store, "last", cancellationToken: Cancel);

        summary.RunId.ShouldBe(run.RunId);
        summary.Rows.Resumed.ShouldBe(kept.Count);
        asked.Count.ShouldBe(100 - kept.Count);
        (await Keys(run.RunId)).Count.ShouldBe(100);
        (await Store.Tracking.GetRunAsync(run.RunId, Cancel)).Status.ShouldBe(RunStatus.Finished);
    }

    [Fact]
    public async Task Resumed_GivesTheFiguresOfARunInOneGo()
    {
        var whole = await Questions(60).RunAsync(Store, cancellationToken: Cancel);
        using var stop = new CancellationTokenSource();
        var count = 0;
        var model = Model.From(async (row, cancellationToken) =>
        {
            if (Interlocked.Increment(ref count) == 25)
            {
                await stop.CancelAsync();
            }

            return await Echo.AnswerAsync(row, cancellationToken);
        });
        var evaluation = Questions(60) with { Model = model };
        await Should.ThrowAsync<OperationCanceledException>(() => evaluation.RunAsync(Store, cancellationToken: stop.Token));

        var resumed = await evaluation.ResumeAsync(Store, "last", cancellationToken: Cancel);

        foreach (var (one, other) in whole.Scorers.Zip(resumed.Scorers).Where(pair => pair.First.Scorer.Name != "latency"))
        {
            other.Aggregates.ShouldBe(one.Aggregates);
        }
    }

    [Fact]
    public async Task RowsThatFailed_AreAskedAgain()
    {
        var broken = true;
        var model = Model.From((row, _) => broken && row.Index < 5 ? throw new InvalidOperationException("down") : Task.FromResult<Answer>("x"));
        var evaluation = Questions(20) with { Model = model };
        (await evaluation.RunAsync(Store, cancellationToken: Cancel)).Rows.Failed.ShouldBe(5);

        broken = false;
        var summary = await evaluation.ResumeAsync(Store, "last", cancellationToken: Cancel);

        (summary.Rows.Failed, summary.Rows.Resumed).ShouldBe((0, 15));
    }

    [Fact]
    public async Task ChangedData_IsRefused() => await Refused("data", Questions(3) with { Dataset = Dataset.Of(new { inputs = "other", ground_truth = "x" }) });

    [Fact]
    public async Task ChangedModel_IsRefused() => await Refused("model", Questions(3) with { Model = Model.From((_, _) => Task.FromResult<Answer>("x"), "another") });

    [Fact]
    public async Task ChangedScorers_AreRefused() => await Refused("scorers", Questions(3) with { Scorers = Scorers.Text });

    [Fact]
    public async Task ChangedPrompt_IsRefused()
    {
        var model = new FunctionModel("own", (_, _) => Task.FromResult<Answer>("x"));
        await (Questions(3) with { Model = Model.Ask(model, "{{inputs}}") }).RunAsync(Store, cancellationToken: Cancel);

        var changed = Questions(3) with { Model = Model.Ask(model, "Answer: {{inputs}}") };
        (await Should.ThrowAsync<BadInputException>(() => changed.ResumeAsync(Store, "last", cancellationToken: Cancel))).Message.ShouldContain("prompt changed");
    }

    [Fact]
    public async Task NothingToTakeUp_SaysSo() =>
        (await Should.ThrowAsync<BadInputException>(() => Questions(3).ResumeAsync(Store, "last", cancellationToken: Cancel))).Message.ShouldContain("no evaluation to take up");

    [Fact]
    public async Task UnknownRun_SaysWhereToFindRuns() =>
        (await Should.ThrowAsync<BadInputException>(() => Questions(3).ResumeAsync(Store, "nope", cancellationToken: Cancel))).Message.ShouldContain("'assay runs' lists them");

    [Fact]
    public async Task StreamThatIsGone_EndsFailedAndCannotBeTakenUp()
    {
        using var stop = new CancellationTokenSource();
        var model = Model.From(async (row, _) =>
        {
            if (row.Index == 2)
            {
                await stop.CancelAsync();
            }

            return "x";
        });
        using var lines = new MemoryStream("{\"inputs\":\"a\"}\n{\"inputs\":\"b\"}\n{\"inputs\":\"c\"}\n{\"inputs\":\"d\"}\n"u8.ToArray());
        var evaluation = Questions(1) with { Dataset = Dataset.FromStream(lines), Model = model, Concurrency = 1 };

        await Should.ThrowAsync<OperationCanceledException>(() => evaluation.RunAsync(Store, cancellationToken: stop.Token));

        var run = (await Runs()).Single();
        run.Status.ShouldBe(RunStatus.Failed);
        (await Keys(run.RunId)).Count.ShouldBeGreaterThanOrEqualTo(2);
        (await Should.ThrowAsync<BadInputException>(() => evaluation.ResumeAsync(Store, run.RunId, cancellationToken: Cancel))).Message.ShouldContain("cannot be read twice");
    }

    private async Task Refused(string what, Evaluation changed)
    {
        await Questions(3).RunAsync(Store, cancellationToken: Cancel);
        (await Should.ThrowAsync<BadInputException>(() => changed.ResumeAsync(Store, "last", cancellationToken: Cancel))).Message.ShouldContain($"{what} changed");
    }

    private async Task<IReadOnlyList<EvaluationRowKey>> Keys(string run) => await Store.Evaluations.ReadKeysAsync(run, Cancel).ToListAsync(Cancel);
}
