using System.Text.Json;
using Assay.Evaluations;
using Assay.Models;
using Assay.Results;
using Assay.Tracking;

namespace Assay.Tests.Running;

public sealed class EvaluationTests : EvaluationTest
{
    [Fact]
    public async Task QuestionAnswering_LogsMlflowsKeys()
    {
        var summary = await (Questions(40) with { Model = Echo }).RunAsync(Store, cancellationToken: Cancel);

        var run = await Store.Tracking.GetRunAsync(summary.RunId, Cancel);
        run.Status.ShouldBe(RunStatus.Finished);
        run.Metrics.Select(metric => metric.Key).ShouldBe(
        [
            "ari_grade_level/v1/mean", "ari_grade_level/v1/p90", "ari_grade_level/v1/variance", "exact_match/v1",
            "flesch_kincaid_grade_level/v1/mean", "flesch_kincaid_grade_level/v1/p90", "flesch_kincaid_grade_level/v1/variance",
            "latency/mean", "latency/p90", "latency/variance",
            "toxicity/v1/mean", "toxicity/v1/p90", "toxicity/v1/ratio", "toxicity/v1/variance",
        ]);
        run.Metrics.Single(metric => metric.Key == "exact_match/v1").Value.ShouldBe(0.5);
        run.Inputs.Single().Dataset.Digest.ShouldBe(summary.Dataset.Digest);
        run.Params.ShouldContain(new Param("data_digest", summary.Dataset.Digest));
    }

    [Fact]
    public async Task RecordedAnswers_HaveNoLatency()
    {
        var data = Dataset.Of(new { inputs = "a?", ground_truth = "a", predictions = "a" });
        var summary = await (Questions(1) with { Dataset = data, Model = Model.Recorded() }).RunAsync(Store, cancellationToken: Cancel);

        summary.Scorers.ShouldNotContain(scorer => scorer.Scorer.Name == "latency");
        summary.Scorers.Single(scorer => scorer.Scorer.Name == "exact_match").Aggregates.Single().Value.ShouldBe(1);
    }

    [Fact]
    public async Task RowThatFails_CarriesItsError_AndTheOthersGoOn()
    {
        var model = Model.From((row, _) => row.Index == 3 ? throw new InvalidOperationException("no\nidea") : Task.FromResult<Answer>("fine"));
        var summary = await (Questions(10) with { Model = model }).RunAsync(Store, cancellationToken: Cancel);

        summary.Rows.ShouldBe(new RowCounts { Total = 10, Failed = 1 });
        var failed = await Store.Evaluations.ReadAsync(new EvaluationRowQuery { RunId = summary.RunId, Failed = true }, Cancel);
        failed.Items.Single().Error.ShouldBe("no idea");
        failed.Items.Single().Index.ShouldBe(3);
        summary.Scorers[0].Scored.ShouldBe(9);
        summary.Scorers[0].NotScored.ShouldBe([new ReasonCount("the row failed", 1)]);
    }

    [Fact]
    public async Task RefusedFilteredAndCutAnswers_AreCountedAndNotScored()
    {
        Answer[] answers =
        [
            new() { Refusal = "I would rather not." },
            new() { FinishReason = FinishReason.ContentFilter, FilteredFor = ["hate"] },
            new() { Text = "It is beca", FinishReason = FinishReason.Length },
            new() { ToolCalls = [new ToolCall("1", "search", "{}")], FinishReason = FinishReason.ToolCalls },
            "All is well.",
        ];
        var model = Model.From((row, _) => Task.FromResult(answers[row.Index]));
        var summary = await (Questions(5) with { Model = model, Scorers = Scorers.Named("token_count") }).RunAsync(Store, cancellationToken: Cancel);

        summary.Rows.ShouldBe(new RowCounts { Total = 5, Refused = 1, Filtered = 1, Truncated = 1 });
        summary.Scorers.Single().Scored.ShouldBe(1);
        summary.Scorers.Single().NotScored.Select(reason => reason.Reason).ShouldBe(
        [
            "the answer was cut at the token limit", "the content filter withheld the answer (hate)", "the model called tools instead of answering", "the model refused",
        ]);
    }

    [Fact]
    public async Task Results_AreATableInMlflowsShape()
    {
        var data = Dataset.Of(new { id = 7, inputs = "a?", ground_truth = "a", predictions = "a" }, new { id = 8, inputs = "b?", ground_truth = "b", predictions = "c" });
        var evaluation = Questions(1) with { Dataset = data, Model = Model.Recorded(), Scorers = Scorers.Named("token_count", "exact_match") };
        var summary = await evaluation.RunAsync(Store, cancellationToken: Cancel);

        var run = await Store.Tracking.GetRunAsync(summary.RunId, Cancel);
        await using var file = await Store.Artifacts.OpenReadAsync(run.ArtifactUri, "eval_results_table.json", Cancel);
        var table = await JsonDocument.ParseAsync(file, cancellationToken: Cancel);
        table.RootElement.GetRawText().ShouldBe(
            """{"columns":["id","inputs","ground_truth","predictions","token_count","exact_match/v1/score"],"data":[[7,"a?","a","a",1,1],[8,"b?","b","c",1,0]]}""");
        run.Tags.ShouldContain(new Tag("mlflow.loggedArtifacts", """[{"path":"eval_results_table.json","type":"table"}]"""));
    }

    [Fact]
    public async Task Summary_IsReadBackAsItWas()
    {
        var summary = await (Questions(20) with { Model = Echo, Gates = [Gate.Parse("exact_match/v1 > 0.9")] }).RunAsync(Store, cancellationToken: Cancel);

        var run = await Store.Tracking.GetRunAsync(summary.RunId, Cancel);
        var read = await SummaryArtifact.ReadAsync(Store.Artifacts, run, Cancel);
        read.ShouldNotBeNull();
        read.Gates.ShouldBe([new GateOutcome("exact_match/v1 > 0.9", 0.5, false)]);
        read.Scorers.SelectMany(scorer => scorer.Aggregates).ShouldBe(summary.Scorers.SelectMany(scorer => scorer.Aggregates));
        read.Rows.ShouldBe(summary.Rows);
    }

    [Fact]
    public async Task UnknownKeyOfAGate_IsRefusedBeforeAnythingIsAsked()
    {
        var asked = 0;
        var model = Model.From((_, _) => Task.FromResult<Answer>($"{Interlocked.Increment(ref asked)}"));
        var evaluation = Questions(2) with { Model = model, Gates = [Gate.Parse("toxicity/v1/avg < 1")] };

        var refused = await Should.ThrowAsync<BadInputException>(() => evaluation.RunAsync(Store, cancellationToken: Cancel));

        refused.Message.ShouldContain("toxicity/v1/avg");
        asked.ShouldBe(0);
        (await Runs()).ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoScorersOfOneName_AreRefused()
    {
        var evaluation = Questions(1) with { Model = Echo, Scorers = Scorers.Named("toxicity", "toxicity:label=any,as=toxicity") };
        (await Should.ThrowAsync<BadInputException>(() => evaluation.RunAsync(Store, cancellationToken: Cancel))).Message.ShouldContain("two scorers are named 'toxicity'");
    }

    [Fact]
    public async Task AnswerOfNull_IsNotScored_AndEndsNothing()
    {
        var model = Model.From((row, _) => Task.FromResult<Answer>(row.Index == 0 ? null! : "fine"));
        var summary = await (Questions(3) with { Model = model }).RunAsync(Store, cancellationToken: Cancel);

        summary.Rows.Failed.ShouldBe(0);
        summary.Scorers[0].NotScored.ShouldBe([new ReasonCount("there is no answer", 1)]);
    }

    [Fact]
    public async Task ConcurrencyOfNothing_IsRefused() => await Should.ThrowAsync<ArgumentOutOfRangeException>(
        () => (Questions(3) with { Concurrency = 0 }).RunAsync(Store, cancellationToken: Cancel));

    [Fact]
    public async Task Concurrency_IsBounded()
    {
        int now = 0, most = 0;
        using var gathered = new Barrier(3);
        var model = Model.From(async (_, cancellationToken) =>
        {
            var count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            await Task.Yield();
            gathered.SignalAndWait(cancellationToken);
            Interlocked.Decrement(ref now);
            return "x";
        });

        await (Questions(30) with { Model = model, Concurrency = 3 }).RunAsync(Store, cancellationToken: Cancel);

        most.ShouldBe(3);
    }

    [Fact]
    public async Task Figures_DoNotDependOnTheOrderOfAnswers()
    {
        var random = new Random(5);
        var scores = Enumerable.Range(0, 500).Select(_ => random.NextDouble() * Math.Pow(10, random.Next(-8, 8))).ToArray();
        var own = Scorers.Own("noise", Assay.Scoring.ScoreKind.Unbounded, Assay.Scoring.ScoreDirection.None, (sample, _) => new(scores[sample.Row!.Index]));
        var slow = Model.From(async (row, _) =>
        {
            await Task.Delay((int)(row.Index * 7 % 5), CancellationToken.None);
            return "x";
        });

        var one = await (Questions(500) with { Model = slow, Concurrency = 32, Scorers = [own] }).RunAsync(Store, cancellationToken: Cancel);
        var other = await (Questions(500) with { Model = slow, Concurrency = 1, Scorers = [own] }).RunAsync(Store, cancellationToken: Cancel);

        one.Scorers.Single().Aggregates.ShouldBe(other.Scorers.Single().Aggregates);
    }

    [Fact]
    public async Task TextThatIsNotEnglish_IsWarnedOf()
    {
        var model = Model.From((_, _) => Task.FromResult<Answer>("O modelo responde às perguntas que são feitas pelas pessoas que usam o sistema em português."));
        var summary = await (Questions(2) with { Model = model }).RunAsync(Store, cancellationToken: Cancel);

        summary.Warnings.ShouldContain("flesch_kincaid_grade_level, 2 rows: the text looks Portuguese, and this formula is for English");
        summary.Warnings.ShouldContain("ari_grade_level, 2 rows: the text looks Portuguese, and this formula is for English");
    }

    [Fact]
    public async Task ScorerThatScoresNoRow_IsWarnedOf()
    {
        var data = Dataset.Of(new { inputs = "a?", predictions = "a" });
        var summary = await (Questions(1) with { Dataset = data, Model = Model.Recorded() }).RunAsync(Store, cancellationToken: Cancel);

        summary.Warnings.ShouldBe(["exact_match scored no row: there is no reference"]);
    }

    [Fact]
    public async Task Prompt_ThatEveryRowSends_IsWarnedOf()
    {
        var summary = await (Questions(3) with { Model = Model.Ask(new FunctionModel("own", (_, _) => Task.FromResult<Answer>("x")), "{inputs}") })
            .RunAsync(Store, cancellationToken: Cancel);

        summary.Warnings.ShouldContain(warning => warning.Contains("sends the same prompt"));
        summary.Warnings.ShouldContain(warning => warning.Contains("{{inputs}}"));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); seen < value; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
