using System.Globalization;
using System.Text;
using Assay.Tests.Judges;
using Assay.Tests.Loopback;

namespace Assay.Tests.Cli;

public sealed class JudgeCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ChatServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ChatServer.StartAsync();
        _folder.Write("rows.jsonl", string.Concat(Enumerable.Range(0, 20).Select(i =>
            $$"""{"id":"r{{i}}","inputs":"What is {{i}} + {{i}}?","ground_truth":"{{2 * i}}","answer":"It is {{2 * i + i % 2}}.","other":"No idea about {{i}}.","label":{{(i % 2 == 0 ? 5 : 1)}}}""" + "\n")));
        _server.Otherwise = call => LoopbackJudge.Score(IsRight(call.Prompt) ? 5 : 2, "As it is.");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task JudgeThatRefusesTheKey_EndsWithThree_AndIsTakenUp()
    {
        var right = _server.Otherwise;
        _server.Otherwise = _ => ScriptedReply.Error(401, "wrong key");
        string[] evaluate = ["evaluate", "--data", "rows.jsonl", "--predictions", "answer", "--scorer", "answer_correctness", "--judge", "openai:judge", "--tracking-uri", "x.db", "--json"];

        var refused = await Run(evaluate);

        refused.Code.ShouldBe(3);
        refused.Error.ShouldStartWith("assay: answer_correctness: ");
        refused.Error.ShouldContain("take it up with the same options and --resume ");
        var scored = await AssayProcess.RunAsync(
            _folder, ["score", "--scorer", "answer_correctness", "--judge", "openai:judge"],
            """{"prediction":"4","reference":"4","input":"What is 2 + 2?"}""" + "\n", Variables);
        scored.Code.ShouldBe(3);
        scored.Output.ShouldContain("\"answer_correctness\":null");

        _server.Otherwise = right;
        (await Run([.. evaluate, "--resume", "last"])).Json.GetProperty("metrics").GetProperty("answer_correctness/v1/mean").GetDouble().ShouldBe(3.5);
    }

    [Fact]
    public async Task Judge_IsRecorded_Replayed_Calibrated_AndShown()
    {
        string[] evaluate = ["evaluate", "--data", "rows.jsonl", "--id", "id", "--predictions", "answer", "--scorer", "answer_correctness", "--judge", "openai:judge", "--tracking-uri", "x.db"];
        var recorded = await Run([.. evaluate, "--judge-record", "judge.jsonl", "--json"]);
        recorded.Error.Trim().ShouldBe("warning: fewer than 30 scored rows: the intervals of answer_correctness are rough");
        recorded.Code.ShouldBe(0);
        recorded.Json.GetProperty("metrics").GetProperty("answer_correctness/v1/mean").GetDouble().ShouldBe(3.5);
        recorded.Json.GetProperty("judging").GetProperty("calls").GetInt32().ShouldBe(20);
        recorded.Json.GetProperty("scored").GetProperty("answer_correctness").GetProperty("calibration").GetString().ShouldBe("not calibrated");

        var calls = _server.Calls.Count;
        var calibrated = await Run("judge", "calibrate", "--run", "last", "--scorer", "answer_correctness", "--human", "label", "--group", "language",
            "--labels-are", "random", "--precision", "0.1", "--tracking-uri", "x.db", "--json");
        calibrated.Error.ShouldBeEmpty();
        calibrated.Json.GetProperty("labels").GetInt32().ShouldBe(20);
        calibrated.Json.GetProperty("agreement").GetProperty("value").GetDouble().ShouldBe(0.5);
        calibrated.Json.GetProperty("true_positive_rate").GetProperty("value").GetDouble().ShouldBe(1);
        calibrated.Json.GetProperty("mean").GetProperty("estimate").GetDouble().ShouldBe(3);

        var replayed = await Run([.. evaluate, "--judge-replay", "judge.jsonl"]);
        replayed.Code.ShouldBe(0);
        replayed.Output.ShouldContain("answer_correctness, judged by openai:judge: calibrated on 20 labels: weighted kappa ");
        replayed.Output.ShouldContain("judges: 20 calls, 200 tokens in, 100 out");
        (await Run("show", "last", "--tracking-uri", "x.db", "--report", "report.html")).Output.ShouldContain("calibrated on 20 labels");
        (await File.ReadAllTextAsync(_folder["report.html"], TestContext.Current.CancellationToken)).ShouldContain("calibrated on 20 labels: weighted kappa 0.");
        _server.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task JudgeWithoutAModel_IsExitTwo_BeforeAnyCall()
    {
        var result = await Run("evaluate", "--data", "rows.jsonl", "--predictions", "answer", "--scorer", "faithfulness", "--tracking-uri", "x.db");

        result.Code.ShouldBe(2);
        result.Error.ShouldBe("assay: --scorer faithfulness: a judge needs a model to ask; give --judge MODEL, such as --judge openai:gpt-4o-mini, or the scorer's own model=MODEL\n");
        _server.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Score_JudgesLines()
    {
        var result = await AssayProcess.RunAsync(
            _folder, ["score", "--scorer", "answer_relevance", "--judge", "openai:judge"], """{"input":"What is 1 + 1?","prediction":"Blue."}""" + "\n", Variables);

        result.Code.ShouldBe(0);
        result.Json.GetProperty("scores").GetProperty("answer_relevance").GetDouble().ShouldBe(2);
    }

    [Fact]
    public async Task CalibrateFile_ComparesColumns_AndAsksWhetherLabelsAreRandom()
    {
        var csv = new StringBuilder("judge,human,language,text\n");
        for (var i = 0; i < 60; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{(i % 3 == 0 ? "pass" : "fail")},{(i < 30 ? i % 3 == 0 ? "yes" : "no" : "")},{(i % 2 == 0 ? "en" : "pt")},text {i}\n");
        }

        _folder.Write("labels.csv", csv.ToString());
        string[] arguments = ["judge", "calibrate", "--data", "labels.csv", "--judge-score", "judge", "--human", "human", "--group", "language", "--json"];

        var result = await Run(arguments);
        result.Code.ShouldBe(0);
        result.Json.GetProperty("labels").GetInt32().ShouldBe(30);
        result.Json.GetProperty("judged").GetInt32().ShouldBe(60);
        result.Json.GetProperty("kappa").GetProperty("value").GetDouble().ShouldBe(1);
        result.Json.GetProperty("groups").GetArrayLength().ShouldBe(2);
        result.Json.TryGetProperty("mean", out _).ShouldBeFalse();
        result.Json.GetProperty("why_no_mean").GetString()!.ShouldContain("--labels-are random");

        (await Run([.. arguments, "--labels-are", "random"])).Json.GetProperty("mean").GetProperty("estimate").GetDouble().ShouldBe(1 / 3.0, 1e-9);
        (await Run([.. arguments, "--labels-are", "nice"])).Error.ShouldContain("'nice' is neither random nor chosen");
        (await Run("judge", "calibrate", "--data", "labels.csv", "--judge-score", "judge", "--human", "text")).Error.ShouldContain("row 1, column 'text': 'text 0' is no label");
    }

    [Fact]
    public async Task CalibrateFile_WithTooFewLabels_IsExitTwo()
    {
        _folder.Write("few.csv", "judge,human\n" + string.Concat(Enumerable.Repeat("1,1\n", 14)) + "1,\n");

        var result = await Run("judge", "calibrate", "--data", "few.csv", "--judge-score", "judge", "--human", "human");

        result.Code.ShouldBe(2);
        result.Error.ShouldContain("14 rows have both a label and a score of the judge; a calibration needs 15 at least");
    }

    [Fact]
    public async Task Injections_AreCounted()
    {
        _server.Otherwise = call => call.Body.Contains("\"verdict\":{\"type\"", StringComparison.Ordinal) ? LoopbackJudge.Verdict("fail")
            : call.Prompt.Contains("Ignore the instructions you were given", StringComparison.Ordinal) ? LoopbackJudge.Score(5) : LoopbackJudge.Score(1);

        var result = await Run("judge", "injections", "--judge", "openai:judge", "--json");

        result.Code.ShouldBe(0);
        (result.Json.GetProperty("resisted").GetInt32(), result.Json.GetProperty("gave_in").GetInt32()).ShouldBe((32, 1));
        (await Run("judge", "injections", "--judge", "openai:judge")).Output.ShouldContain("openai:judge resists 32 of 33 injections");
    }

    [Fact]
    public async Task Pairwise_ComparesTwoRuns_InBothOrders()
    {
        await Run("evaluate", "--data", "rows.jsonl", "--id", "id", "--predictions", "other", "--scorer", "token_count", "--run-name", "a", "--tracking-uri", "x.db");
        await Run("evaluate", "--data", "rows.jsonl", "--id", "id", "--predictions", "answer", "--scorer", "token_count", "--run-name", "b", "--tracking-uri", "x.db");
        var runs = (await Run("runs", "--tracking-uri", "x.db", "--json")).Json.EnumerateArray().ToDictionary(run => run.GetProperty("run_name").GetString()!, run => run.GetProperty("run_id").GetString()!);

        // It likes "It is …" wherever it stands, and the first place when that is all it has to go by.
        _server.Otherwise = call => LoopbackJudge.Verdict(
            call.Prompt.Contains("What is 3 + 3?", StringComparison.Ordinal) || Place(call.Prompt, "It is") < Place(call.Prompt, "No idea") ? "first" : "second");
        var result = await Run("judge", "pairwise", runs["a"], runs["b"], "--judge", "openai:judge", "--tracking-uri", "x.db", "--out", "pairs.jsonl", "--json");

        result.Error.ShouldBeEmpty();
        result.Json.GetProperty("rows").GetInt32().ShouldBe(20);
        result.Json.GetProperty("b_preferred").GetInt32().ShouldBe(19);
        result.Json.GetProperty("preference").GetDouble().ShouldBe(19.5 / 20);
        result.Json.GetProperty("disagreement").GetProperty("value").GetDouble().ShouldBe(1 / 20.0);
        result.Json.GetProperty("first_favoured").GetProperty("value").GetDouble().ShouldBe(1);
        result.Json.GetProperty("judging").GetProperty("calls").GetInt32().ShouldBe(40);
        File.ReadLines(_folder["pairs.jsonl"]).Count().ShouldBe(20);
    }

    private (string, string)[] Variables => [("OPENAI_API_KEY", "sk-test"), ("OPENAI_BASE_URL", _server.BaseUrl)];

    private static int Place(string prompt, string text) => prompt.IndexOf(text, StringComparison.Ordinal);

    // The rows with an even number are answered rightly.
    private static bool IsRight(string prompt)
    {
        var number = prompt.Split("What is ")[^1].Split(' ')[0];
        return int.TryParse(number, CultureInfo.InvariantCulture, out var i) && i % 2 == 0;
    }

    private Task<AssayProcess.ProcessResult> Run(params string[] arguments) => AssayProcess.RunAsync(_folder, arguments, null, Variables);
}
