using Assay.Models;
using Assay.Tracking;

namespace Assay.Tests.Running;

public sealed class ServiceFailureTests : EvaluationTest
{
    [Fact]
    public async Task KeyThatIsRefused_EndsTheRunAsFailed_WithItsRows()
    {
        var evaluation = Questions(200) with { Model = Failing(row => row.Index < 10 ? null : ModelFailure.Unauthorized), Concurrency = 2 };

        var refused = await Should.ThrowAsync<ModelException>(() => evaluation.RunAsync(Store, cancellationToken: Cancel));

        refused.Failure.ShouldBe(ModelFailure.Unauthorized);
        var run = (await Runs()).Single();
        run.Status.ShouldBe(RunStatus.Failed);
        var counts = await Store.Evaluations.CountAsync(run.RunId, Cancel);
        (counts.Total - counts.Failed).ShouldBe(10);
        counts.Total.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task NothingThatConnects_EndsAfterTwentyRows()
    {
        var asked = 0;
        var evaluation = Questions(500) with
        {
            Model = Failing(_ =>
            {
                Interlocked.Increment(ref asked);
                return ModelFailure.Unreachable;
            }),
            Concurrency = 2,
        };

        (await Should.ThrowAsync<ModelException>(() => evaluation.RunAsync(Store, cancellationToken: Cancel))).Failure.ShouldBe(ModelFailure.Unreachable);

        asked.ShouldBeGreaterThanOrEqualTo(20);
        (await Runs()).Single().Status.ShouldBe(RunStatus.Failed);
    }

    [Fact]
    public async Task FewRowsOfWhichNoneConnects_EndToo() => (await Should.ThrowAsync<ModelException>(
        () => (Questions(3) with { Model = Failing(_ => ModelFailure.Unreachable) }).RunAsync(Store, cancellationToken: Cancel))).Failure.ShouldBe(ModelFailure.Unreachable);

    [Fact]
    public async Task RowsOutOfTime_AreNoSignThatAnythingConnects() => (await Should.ThrowAsync<ModelException>(
        () => (Questions(40) with { Model = Failing(row => row.Index % 2 == 0 ? ModelFailure.TimedOut : ModelFailure.Unreachable) })
            .RunAsync(Store, cancellationToken: Cancel))).Failure.ShouldBe(ModelFailure.Unreachable);

    [Fact]
    public async Task SomeRowsThatDoNotConnect_AreFailedRows()
    {
        var evaluation = Questions(60) with { Model = Failing(row => row.Index == 0 ? null : ModelFailure.Unreachable), Concurrency = 1 };
        (await evaluation.RunAsync(Store, cancellationToken: Cancel)).Rows.Failed.ShouldBe(59);
    }

    [Fact]
    public async Task CallsThatCannotBeRecorded_EndTheRun_BeforeMoreArePaidFor()
    {
        var asked = 0;
        var evaluation = Questions(200) with
        {
            Model = Model.From((_, _) => Interlocked.Increment(ref asked) <= 10
                ? Task.FromResult<Answer>("x")
                : throw new RecordingException("cannot record to calls.jsonl: No space left on device", new IOException())),
            Concurrency = 2,
        };

        (await Should.ThrowAsync<RecordingException>(() => evaluation.RunAsync(Store, cancellationToken: Cancel))).Message.ShouldContain("calls.jsonl");

        asked.ShouldBeLessThan(200);
        (await Runs()).Single().Status.ShouldBe(RunStatus.Failed);
    }

    private static Model Failing(Func<Row, ModelFailure?> why) => Model.From((row, _) =>
        why(row) is { } failure ? throw new ModelException(failure, $"row {row.Index}: {failure}") : Task.FromResult<Answer>("x"));
}
