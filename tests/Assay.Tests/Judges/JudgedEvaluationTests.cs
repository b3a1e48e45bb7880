using System.Text.Json;
using Assay.Evaluations;
using Assay.Judges;
using Assay.Judges.Calibration;
using Assay.Models;
using Assay.Results;
using Assay.Tests.Loopback;
using Assay.Tests.Running;

namespace Assay.Tests.Judges;

public sealed class JudgedEvaluationTests : EvaluationTest
{
    [Fact]
    public async Task Scores_AreLogged_WithReasonsCostAndJustifications()
    {
        await using var server = await ChatServer.StartAsync();
        server.Otherwise = call => call.Body.Contains("It is 6.", StringComparison.Ordinal) ? ScriptedReply.Text("nonsense") : LoopbackJudge.Score(4, "Nearly.");
        await using var judges = Judges(server, new ModelOptions { Retries = 0 });

        var summary = await Judged(8, judges).RunAsync(Store, cancellationToken: Cancel);

        var scorer = summary.Scorers.Single();
        scorer.Scored.ShouldBe(7);
        scorer.NotScored.Single().Reason.ShouldStartWith("the judge's answer is no judgement");
        scorer.Calibration.ShouldBeNull();
        scorer.Aggregates.Single(figure => figure.Key == "answer_correctness/v1/mean").Value.ShouldBe(4);
        summary.Judging.ShouldBe(new JudgeSpending(9, 1, new TokenUsage(90, 45)));
        summary.Usage.ShouldBeNull();
        var rows = await Store.Evaluations.ReadAsync(new EvaluationRowQuery { RunId = summary.RunId }, Cancel);
        rows.Items[0].Scores.Single().ShouldBe(new RowScore("answer_correctness", 4, "Nearly."));

        var run = await Store.Tracking.GetRunAsync(summary.RunId, Cancel);
        run.Params.Single(param => param.Key == "judges").Value.ShouldBe($"answer_correctness/v1 {BuiltInJudges.Get("answer_correctness").Digest} by openai:judge");
        using var table = await JsonDocument.ParseAsync(await Store.Artifacts.OpenReadAsync(run.ArtifactUri, "eval_results_table.json", Cancel), cancellationToken: Cancel);
        table.RootElement.GetProperty("columns").EnumerateArray().Select(column => column.GetString()).ShouldBe(
            ["inputs", "ground_truth", "outputs", "answer_correctness/v1/score", "answer_correctness/v1/justification"]);
        table.RootElement.GetProperty("data")[0][4].GetString().ShouldBe("Nearly.");
    }

    [Fact]
    public async Task Recording_ReplaysBitForBit_AlsoWhereTheServiceTakesNoSchema()
    {
        using var cassette = new TemporaryFolder();
        EvaluationSummary recorded;
        await using (var server = await ChatServer.StartAsync())
        {
            server.Otherwise = call => call.Json.TryGetProperty("response_format", out _) ? ScriptedReply.Error(400, "unknown field")
                : call.Body.Contains("It is 6.", StringComparison.Ordinal) ? ScriptedReply.Text("nonsense")
                : LoopbackJudge.Score(1 + call.Prompt.Length % 5, "By length.");
            await using var judges = Judges(server, new ModelOptions { Retries = 0, RecordTo = cassette["judge.jsonl"] });
            recorded = await Judged(30, judges).RunAsync(Store, cancellationToken: Cancel);
        }

        await using var replaying = new JudgeModels(
            name => ModelPipeline.Create(ModelSpec.Parse(name), ModelEnvironment.OfProcess, new ModelOptions { ReplayFrom = cassette["judge.jsonl"] }), "openai:judge");
        var replayed = await (Judged(30, replaying) with { Concurrency = 3 }).RunAsync(Store, cancellationToken: Cancel);

        replayed.Scorers.Single().Aggregates.ShouldBe(recorded.Scorers.Single().Aggregates);
        replayed.Scorers.Single().NotScored.ShouldBe(recorded.Scorers.Single().NotScored);
        (await Rows(replayed)).ShouldBe(await Rows(recorded));
        replayed.Judging.ShouldBe(recorded.Judging);
    }

    [Fact]
    public async Task Calibration_IsShownInItsRun_AndInLaterRunsOfTheSameJudge()
    {
        await using var server = await ChatServer.StartAsync();
        server.Otherwise = _ => LoopbackJudge.Score(4);
        await using var judges = Judges(server, new ModelOptions { Retries = 0 });
        var first = await Judged(4, judges).RunAsync(Store, cancellationToken: Cancel);
        var run = await Store.Tracking.GetRunAsync(first.RunId, Cancel);
        var rows = Enumerable.Range(0, 40).Select(i => new LabeledRow { Judge = i % 2, Human = i % 5 == 0 ? 1 - i % 2 : i % 2 }).ToList();
        var calibration = Calibrator.Compare(rows, new CalibrationOptions(), first.Scorers.Single().Scorer.Judge);

        await CalibrationArtifact.WriteAsync(Store, run, "answer_correctness", calibration, Cancel);

        var shown = await SummaryArtifact.ReadAsync(Store.Artifacts, run, Cancel);
        shown!.Scorers.Single().Calibration.ShouldBe(calibration.ToNote());
        (await Judged(3, judges).RunAsync(Store, cancellationToken: Cancel)).Scorers.Single().Calibration.ShouldBe(calibration.ToNote());
        var other = Judged(3, judges) with { Scorers = Scorers.Named(["answer_relevance"], judges) };
        (await other.RunAsync(Store, cancellationToken: Cancel)).Scorers.Single().Calibration.ShouldBeNull();
    }

    private static JudgeModels Judges(ChatServer server, ModelOptions options) => new(_ => LoopbackJudge.Pipeline(server, options), "openai:judge");

    private static Evaluation Judged(int rows, JudgeModels judges) => Questions(rows) with { Scorers = Scorers.Named(["answer_correctness"], judges) };

    private async Task<IReadOnlyList<string>> Rows(EvaluationSummary summary) =>
        [.. (await Store.Evaluations.ReadAsync(new EvaluationRowQuery { RunId = summary.RunId }, Cancel)).Items.Select(row => $"{row.RowId} {row.Scores.Single()}")];
}
