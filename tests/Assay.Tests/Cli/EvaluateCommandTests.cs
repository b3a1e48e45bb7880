using System.Text.Json;
using Assay.Tests.Loopback;

namespace Assay.Tests.Cli;

public sealed class EvaluateCommandTests : IDisposable
{
    private const string Rows = """
        {"inputs":"What is MLflow?","ground_truth":"A platform.","answer":"A platform."}
        {"inputs":"What is Spark?","ground_truth":"An engine.","answer":"A spark."}

        """;

    private readonly TemporaryFolder _folder = new();

    public EvaluateCommandTests() => _folder.Write("rows.jsonl", Rows);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_IsOneObject_WithRunMetricsIntervalsGatesAndRows()
    {
        var result = await Evaluate("--predictions", "answer", "--scorer", "question-answering", "--gate", "exact_match/v1 >= 0.5", "--json");

        result.Code.ShouldBe(0);
        result.Error.ShouldBeEmpty();
        result.Json.GetProperty("metrics").GetProperty("exact_match/v1").GetDouble().ShouldBe(0.5);
        result.Json.GetProperty("metrics").EnumerateObject().Select(metric => metric.Name).ShouldBe(
        [
            "toxicity/v1/mean", "toxicity/v1/variance", "toxicity/v1/p90", "toxicity/v1/ratio",
            "flesch_kincaid_grade_level/v1/mean", "flesch_kincaid_grade_level/v1/variance", "flesch_kincaid_grade_level/v1/p90",
            "ari_grade_level/v1/mean", "ari_grade_level/v1/variance", "ari_grade_level/v1/p90", "exact_match/v1",
        ]);
        result.Json.GetProperty("intervals").GetProperty("exact_match/v1").GetArrayLength().ShouldBe(2);
        result.Json.GetProperty("gates").GetRawText().ReplaceLineEndings("").Replace(" ", "")
            .ShouldBe("""[{"gate":"exact_match/v1>=0.5","value":0.5,"passed":true}]""");
        result.Json.GetProperty("rows").GetProperty("total").GetInt32().ShouldBe(2);

        var runs = await AssayProcess.RunAsync(_folder, ["runs", "--tracking-uri", "x.db", "--json"]);
        var run = runs.Json.EnumerateArray().Single();
        run.GetProperty("run_id").GetString().ShouldBe(result.Json.GetProperty("run_id").GetString());
        run.GetProperty("status").GetString().ShouldBe("FINISHED");
        run.GetProperty("metrics").GetProperty("exact_match/v1").GetDouble().ShouldBe(0.5);
    }

    [Fact]
    public async Task GateThatFails_IsExitOne_NamedWithItsFigure()
    {
        var result = await Evaluate("--predictions", "answer", "--gate", "exact_match/v1 >= 0.8", "--gate", "toxicity/v1/mean < 1");

        result.Code.ShouldBe(1);
        result.Error.ShouldContain("gate failed: exact_match/v1 >= 0.8 (it is 0.5)");
        result.Error.ShouldNotContain("toxicity/v1/mean");
    }

    [Fact]
    public async Task Settings_ComeFromYaml_AndTheCommandLineGoesBefore()
    {
        _folder.Write("evaluation.yaml", """
            # The lab's evaluation
            data: rows.jsonl
            predictions: answer
            scorer: [exact_match, token_count:encoding=gpt2]
            gate:
              - exact_match/v1 >= 0.9
            tracking-uri: y.db
            run-name: from the file
            json: true
            """);

        var result = await AssayProcess.RunAsync(_folder, ["evaluate", "evaluation.yaml", "--run-name", "from the line"]);

        result.Code.ShouldBe(1);
        result.Json.GetProperty("run_name").GetString().ShouldBe("from the line");
        result.Json.GetProperty("metrics").EnumerateObject().Select(metric => metric.Name)
            .ShouldBe(["exact_match/v1", "token_count_gpt2/v1/mean", "token_count_gpt2/v1/variance", "token_count_gpt2/v1/p90"]);
        File.Exists(_folder["y.db"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Azure_IsAskedAsTheLabAsksIt()
    {
        await using var server = await ChatServer.StartAsync();
        var result = await AssayProcess.RunAsync(
            _folder,
            [
                "evaluate", "--data", "rows.jsonl", "--model", "azure:gpt-35-turbo", "--prompt", "{{inputs}}",
                "--system", "Please answer the following question in formal language.", "--tracking-uri", "x.db", "--json",
            ],
            input: null,
            ("AZURE_OPENAI_ENDPOINT", server.Address), ("AZURE_OPENAI_API_KEY", "key-1"), ("AZURE_OPENAI_API_VERSION", "2023-03-15-preview"));

        result.Code.ShouldBe(0);
        server.Calls.Select(call => call.PathAndQuery).Distinct()
            .ShouldBe(["/openai/deployments/gpt-35-turbo/chat/completions?api-version=2023-03-15-preview"]);
        server.Calls.ShouldAllBe(call => call.Headers["api-key"] == "key-1");
        server.Calls.Select(call => call.Prompt).Order().ShouldBe(["What is MLflow?", "What is Spark?"]);
        result.Json.GetProperty("metrics").TryGetProperty("latency/mean", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task KeyThatIsRefused_IsExitThree_NamingServiceAndVariable()
    {
        await using var server = await ChatServer.StartAsync();
        server.Otherwise = _ => ScriptedReply.Error(401, "Incorrect API key provided: sk-secret");
        var result = await AssayProcess.RunAsync(
            _folder, ["evaluate", "--data", "rows.jsonl", "--model", "openai:gpt-4o", "--tracking-uri", "x.db"],
            input: null, ("OPENAI_BASE_URL", server.BaseUrl), ("OPENAI_API_KEY", "sk-secret"));

        result.Code.ShouldBe(3);
        result.Error.ShouldContain("OPENAI_API_KEY");
        result.Error.ShouldContain(server.Host);
        result.Error.TrimEnd('\n').ShouldNotContain('\n');
        result.Error.ShouldNotContain("sk-secret");
        var runs = await AssayProcess.RunAsync(_folder, ["runs", "--tracking-uri", "x.db", "--json"]);
        runs.Json.EnumerateArray().Single().GetProperty("status").GetString().ShouldBe("FAILED");
    }

    [Fact]
    public async Task NothingThatConnects_IsExitThree_HoweverShortTheTime()
    {
        // Shorter than all the waits between the tries, long enough for one try on a busy machine.
        var result = await AssayProcess.RunAsync(
            _folder, ["evaluate", "--data", "rows.jsonl", "--model", "openai:gpt-4o", "--timeout", "4", "--tracking-uri", "x.db"],
            input: null, ("OPENAI_BASE_URL", "http://127.0.0.1:9/v1"), ("OPENAI_API_KEY", "sk-1"));

        result.Code.ShouldBe(3);
        result.Error.ShouldContain("cannot reach 127.0.0.1:9");
        result.Error.ShouldContain("OPENAI_BASE_URL");
        result.Error.TrimEnd('\n').ShouldNotContain('\n');
    }

    [Fact]
    public async Task FieldsOfTheRequest_AreParametersOfTheRun_UnderTheirNames()
    {
        _folder.Write("echo.sh", "while read -r line; do printf '%s\\n' \"$line\" | sed 's/,\"prompt\":.*/,\"output\":\"x\"}/'; done\n");
        var result = await Evaluate(
            "--model", "exec:sh echo.sh", "--scorer", "text", "--scorer", "latency", "--json",
            "--param", "reasoning_effort=low", "--param", "seed=7", "--param", "data=1", "--param", "a b$=true");

        result.Error.ShouldBeEmpty();
        result.Code.ShouldBe(0);
        var run = (await AssayProcess.RunAsync(_folder, ["show", "last", "--tracking-uri", "x.db", "--json"])).Json;
        var logged = run.GetProperty("params");
        logged.GetProperty("reasoning_effort").GetString().ShouldBe("low");
        logged.GetProperty("seed").GetString().ShouldBe("7");
        logged.GetProperty("param.data").GetString().ShouldBe("1");
        logged.GetProperty("data").GetString().ShouldBe("rows.jsonl");
        logged.GetProperty("a b_").GetString().ShouldBe("true");
        run.GetProperty("metrics").TryGetProperty("latency/mean", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Cassette_AnswersOffline_WithTheSameFigures()
    {
        await using var server = await ChatServer.StartAsync();
        var recorded = await AssayProcess.RunAsync(
            _folder, ["evaluate", "--data", "rows.jsonl", "--model", "openai:gpt-4o", "--record", "calls.jsonl", "--tracking-uri", "x.db", "--json"],
            input: null, ("OPENAI_BASE_URL", server.BaseUrl), ("OPENAI_API_KEY", "sk-secret"));
        var replayed = await Evaluate("--model", "openai:gpt-4o", "--replay", "calls.jsonl", "--json");

        (recorded.Code, replayed.Code).ShouldBe((0, 0));
        server.Calls.Count.ShouldBe(2);
        Figures(replayed.Json).ShouldBe(Figures(recorded.Json));
        File.ReadAllText(_folder["calls.jsonl"]).ShouldNotContain("sk-secret");

        static IEnumerable<string> Figures(JsonElement summary) => summary.GetProperty("metrics").EnumerateObject()
            .Where(metric => !metric.Name.StartsWith("latency", StringComparison.Ordinal)).Select(metric => $"{metric.Name}={metric.Value}");
    }

    [Fact]
    public async Task Program_IsAsked_AndItsErrorsAreRows()
    {
        _folder.Write("answer.sh", """
            while read -r line; do
              id=$(printf '%s' "$line" | sed 's/.*"id":"\([^"]*\)".*/\1/')
              case "$line" in
                *MLflow*) printf '{"id":"%s","output":"A platform."}\n' "$id" ;;
                *) printf '{"id":"%s","error":"I do not know"}\n' "$id" ;;
              esac
            done
            """);
        var result = await Evaluate("--model", "exec:sh answer.sh", "--scorer", "exact_match", "--json");

        result.Code.ShouldBe(1);
        result.Error.ShouldContain("row 2 failed:");
        result.Error.ShouldContain("I do not know");
        result.Error.ShouldContain("1 of 2 rows failed, more than --max-failed 0 allows");
        result.Json.GetProperty("rows").GetProperty("failed").GetInt32().ShouldBe(1);
        (await Evaluate("--model", "exec:sh answer.sh", "--scorer", "exact_match", "--max-failed", "50%")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task WarningAboutData_DoesNotSteerTheTerminal()
    {
        var result = await Evaluate("--model", "exec:cat >/dev/null", "--prompt", "\u001b[31mred", "--scorer", "exact_match", "--timeout", "0.1");

        result.Error.ShouldContain("the same prompt");
        result.Error.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task Files_ForPeopleAndForCi_AreWritten()
    {
        var result = await Evaluate("--predictions", "answer", "--report", "report.html", "--junit", "junit.xml", "--summary", "summary.md", "--lang", "pt");

        result.Code.ShouldBe(0);
        result.Output.ShouldContain("exact_match/v1");
        result.Output.ShouldContain(_folder["report.html"]);
        File.ReadAllText(_folder["report.html"]).ShouldContain("lang=\"pt");
        File.ReadAllText(_folder["junit.xml"]).ShouldContain("<testsuite");
        File.ReadAllText(_folder["summary.md"]).ShouldContain("exact_match/v1");
    }

    [Fact]
    public async Task StandardInput_IsData()
    {
        var result = await AssayProcess.RunAsync(_folder, ["evaluate", "--data", "-", "--predictions", "answer", "--tracking-uri", "x.db", "--json"], Rows);
        result.Json.GetProperty("rows").GetProperty("total").GetInt32().ShouldBe(2);
    }

    private Task<AssayProcess.ProcessResult> Evaluate(params string[] arguments) =>
        AssayProcess.RunAsync(_folder, ["evaluate", "--data", "rows.jsonl", "--tracking-uri", "x.db", .. arguments]);
}
