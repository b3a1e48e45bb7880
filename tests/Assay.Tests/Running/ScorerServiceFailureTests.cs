using System.Collections.Concurrent;
using Assay.Evaluations;
using Assay.Judges;
using Assay.Models;
using Assay.Tests.Judges;
using Assay.Tests.Loopback;
using Assay.Tracking;

namespace Assay.Tests.Running;

/// <summary>A judge's service that refuses or is away ends an evaluation as the model's own does.</summary>
public sealed class ScorerServiceFailureTests : EvaluationTest
{
    private readonly ConcurrentBag<long> _asked = [];

    [Fact]
    public async Task KeyThatIsRefused_EndsTheRun_AndTakenUp_OnlyTheMissingScoresAreAskedFor()
    {
        await using var server = await ChatServer.StartAsync([.. Enumerable.Repeat(LoopbackJudge.Score(5), 10)]);
        server.Otherwise = _ => ScriptedReply.Error(401, "wrong key");
        await using var judges = Judges(server);
        var evaluation = Judged(60, judges);

        var refused = await Should.ThrowAsync<ModelException>(() => evaluation.RunAsync(Store, cancellationToken: Cancel));

        refused.Failure.ShouldBe(ModelFailure.Unauthorized);
        refused.Message.ShouldStartWith("answer_correctness: ");
        var run = (await Runs()).Single();
        run.Status.ShouldBe(RunStatus.Failed);
        var kept = (await Rows(run)).Count;
        kept.ShouldBeInRange(10, 59);
        (await Rows(run)).Count(row => row.Scores.Single().Value is not null).ShouldBe(10);

        server.Otherwise = _ => LoopbackJudge.Score(3);
        var (asked, judged) = (_asked.Count, server.Calls.Count);
        var summary = await evaluation.ResumeAsync(Store, "last", cancellationToken: Cancel);

        // No answer is paid for twice, and no judgement.
        (_asked.Count - asked).ShouldBe(60 - kept);
        (server.Calls.Count - judged).ShouldBe(50);
        summary.Rows.Resumed.ShouldBe(kept);
        summary.Scorers.Single().Scored.ShouldBe(60);
        (await Rows(run)).Sum(row => row.Scores.Single().Value).ShouldBe(10 * 5 + 50 * 3);
        (await Store.Tracking.GetRunAsync(run.RunId, Cancel)).Status.ShouldBe(RunStatus.Finished);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(3)]
    public async Task ServiceThatIsNeverReached_EndsTheRun(int rows)
    {
        await using var server = await ChatServer.StartAsync();
        server.Otherwise = _ => ScriptedReply.Dropped;
        await using var judges = Judges(server);

        var away = await Should.ThrowAsync<ModelException>(() => Judged(rows, judges).RunAsync(Store, cancellationToken: Cancel));

        away.Failure.ShouldBe(ModelFailure.Unreachable);
        (await Runs()).Single().Status.ShouldBe(RunStatus.Failed);
        _asked.Count.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task ServiceThatWasReached_MayBeAwayForSomeRows()
    {
        await using var server = await ChatServer.StartAsync(LoopbackJudge.Score(5));
        server.Otherwise = _ => ScriptedReply.Dropped;
        await using var judges = Judges(server);

        var summary = await (Judged(40, judges) with { Concurrency = 1 }).RunAsync(Store, cancellationToken: Cancel);

        summary.Scorers.Single().Scored.ShouldBe(1);
        summary.Scorers.Single().NotScored.Sum(reason => reason.Rows).ShouldBe(39);
    }

    [Fact]
    public async Task PartOfAComposite_CountsToo()
    {
        await using var server = await ChatServer.StartAsync();
        server.Otherwise = _ => ScriptedReply.Error(403, "not allowed");
        await using var judges = Judges(server);
        var evaluation = Judged(20, judges) with { Scorers = Scorers.Named(["all:of=(length:max=10+answer_correctness>=4),as=good"], judges) };

        var refused = await Should.ThrowAsync<ModelException>(() => evaluation.RunAsync(Store, cancellationToken: Cancel));

        refused.Failure.ShouldBe(ModelFailure.Unauthorized);
        refused.Message.ShouldStartWith("good: ");
    }

    [Fact]
    public async Task ProgramThatDoesNotExist_EndsTheRun()
    {
        var evaluation = Questions(5) with { Scorers = Scorers.Named(["exec:command=no-such-program-here"]) };

        (await Should.ThrowAsync<ModelException>(() => evaluation.RunAsync(Store, cancellationToken: Cancel))).Failure.ShouldBe(ModelFailure.Unreachable);
    }

    private static JudgeModels Judges(ChatServer server) => new(_ => LoopbackJudge.Pipeline(server, new ModelOptions { Retries = 0 }), "openai:judge");

    private Evaluation Judged(int rows, JudgeModels judges) => Questions(rows) with
    {
        Scorers = Scorers.Named(["answer_correctness"], judges),
        Concurrency = 2,
        Model = Model.From((row, _) =>
        {
            _asked.Add(row.Index);
            return Task.FromResult<Answer>("It is so.");
        }),
    };

    private async Task<IReadOnlyList<EvaluationRow>> Rows(Run run) =>
        (await Store.Evaluations.ReadAsync(new EvaluationRowQuery { RunId = run.RunId }, Cancel)).Items;
}
