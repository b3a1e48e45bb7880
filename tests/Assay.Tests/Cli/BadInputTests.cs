namespace Assay.Tests.Cli;

/// <summary>Bad input gets one line on standard error that says what, where and what to do; exit 2; no run.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("evaluate --data missing.jsonl --predictions p", "missing.jsonl: there is no such file")]
    [InlineData("evaluate --predictions p", "--data is missing")]
    [InlineData("evaluate --data good.jsonl", "--predictions COL or --model MODEL is missing")]
    [InlineData("evaluate --data good.jsonl --predictions answr", "no column \"answr\"; it has inputs, ground_truth, answer; did you mean \"answer\"?")]
    [InlineData("evaluate --data good.jsonl --predictions answer --reference truth", "--reference: good.jsonl has no column \"truth\"")]
    [InlineData("evaluate --data good.jsonl --predictions answer --scorer toxicty", "no scorer 'toxicty'; did you mean \"toxicity\"?")]
    [InlineData("evaluate --data good.jsonl --predictions answer --scorer toxicity:lable=any", "no parameter 'lable'; it has endpoint, label and as=NAME")]
    [InlineData("evaluate --data good.jsonl --predictions answer --scorer toxicity:label=all", "label=all is unknown; known are hate, any")]
    [InlineData("evaluate --data good.jsonl --predictions answer --scorer token_count:encoding", "'encoding' is not of the form param=value")]
    [InlineData("evaluate --data good.jsonl --predictions answer --scorer text --scorer toxicity", "two scorers are named 'toxicity'")]
    [InlineData("evaluate --data good.jsonl --predictions answer --gate toxicity/v1/mean", "gate \"toxicity/v1/mean\"")]
    [InlineData("evaluate --data good.jsonl --predictions answer --gate toxicity/v1/men<1", "did you mean \"toxicity/v1/mean\"?")]
    [InlineData("evaluate --data good.jsonl --predictions answer --max-failed many", "--max-failed: 'many' is neither a number of rows nor a share")]
    [InlineData("evaluate --data good.jsonl --predictions answer --head 0", "--head: '0' is not a whole number of at least 1")]
    [InlineData("evaluate --data good.jsonl --predictions answer --lang de", "--lang: no report in 'de'")]
    [InlineData("evaluate --data good.jsonl --predictions answer --model exec:cat", "--model: makes no sense with --predictions")]
    [InlineData("evaluate --data good.jsonl --predictions answer --report nowhere/report.html", "--report: the folder")]
    [InlineData("evaluate --data good.jsonl --predictions answer --report /proc/report.html", "--report: cannot write in /proc")]
    [InlineData("evaluate --data good.jsonl --predictions answer --tracking-uri s3://bucket", "s3:// is not a store that this version can open")]
    [InlineData("evaluate --data good.jsonl --predictions answer --tracking-uri good.jsonl", "good.jsonl")]
    [InlineData("evaluate --data good.jsonl --predictions answer --tracking-uri /proc/assay.db", "/proc")]
    [InlineData("evaluate --data good.jsonl --model gpt-4", "names no provider")]
    [InlineData("evaluate --data good.jsonl --model azure:gpt", "AZURE_OPENAI_ENDPOINT")]
    [InlineData("evaluate --data good.jsonl --model exec:cat --prompt {{question}}", "question")]
    [InlineData("evaluate --data good.jsonl --model exec:cat --prompt {{inputs", "prompt")]
    [InlineData("evaluate --data good.jsonl --model exec:cat --param seed", "'seed' is not NAME=VALUE")]
    [InlineData("evaluate --data good.jsonl --model exec:cat --temperature hot", "--temperature: 'hot' is not a number from 0 to 2")]
    [InlineData("evaluate --data good.jsonl --model exec:cat --resume last --tracking-uri x.db", "no store at x.db")]
    [InlineData("evaluate --data good.jsonl --model exec:cat --param temperature=1 --temperature 0", "'temperature' is given by --temperature too")]
    [InlineData("evaluate --data good.jsonl --predictions answer --tracking-uri databricks", "'databricks' is not a store")]
    [InlineData("evaluate --data good.jsonl --predictions answer --tracking-uri file:./mlruns", "'file:./mlruns' is not a store")]
    [InlineData("evaluate bad-gate.yaml", "bad-gate.yaml, line 3, column 7: gate: gate \"toxicity/v1/mean\": there is no comparison")]
    [InlineData("evaluate bad-scorer.yaml", "bad-scorer.yaml, line 4, column 5: scorer: --scorer toxicty: no scorer 'toxicty'")]
    [InlineData("evaluate --data good.jsonl --data good.jsonl --predictions answer", "--data: given 2 times")]
    [InlineData("evaluate --dta good.jsonl", "unknown option --dta; did you mean \"--data\"?")]
    [InlineData("evaluate nothing.yaml", "nothing.yaml: no such file")]
    [InlineData("evaluate unknown-key.yaml", "unknown-key.yaml, line 2, column 1: unknown key 'predictons'; did you mean \"predictions\"?")]
    [InlineData("evaluate broken.yaml", "broken.yaml, line 2")]
    [InlineData("evaluate list.yaml", "list.yaml, line 1, column 7: data takes one value")]
    [InlineData("evalute", "unknown command 'evalute'; did you mean \"evaluate\"?")]
    [InlineData("score --scorer nope", "no scorer 'nope'")]
    [InlineData("score", "--scorer is missing")]
    [InlineData("runs", "no store at")]
    [InlineData("show abc --tracking-uri missing.db", "no store at")]
    [InlineData("demo --live", "no key in the environment")]
    public async Task BadInput_IsOneLine_AndExitTwo(string call, string message)
    {
        _folder.Write("good.jsonl", """{"inputs":"a?","ground_truth":"a","answer":"a"}""" + "\n");
        _folder.Write("unknown-key.yaml", "data: good.jsonl\npredictons: answer\n");
        _folder.Write("broken.yaml", "data: good.jsonl\n  predictions: [answer\n");
        _folder.Write("list.yaml", "data: [good.jsonl, good.jsonl]\n");

        _folder.Write("bad-gate.yaml", "data: good.jsonl\npredictions: answer\ngate: toxicity/v1/mean\n");
        _folder.Write("bad-scorer.yaml", "data: good.jsonl\npredictions: answer\nscorer:\n  - toxicty\n");

        var result = await AssayProcess.RunAsync(_folder, call.Split(' '));

        result.Error.ShouldContain(message);
        result.Error.TrimEnd('\n').ShouldNotContain('\n');
        result.Error.ShouldNotContain("   at ");
        result.Output.ShouldBeEmpty();
        result.Code.ShouldBe(2);
        Directory.GetFiles(_folder.Path, "*.part").ShouldBeEmpty();
        Directory.GetFiles(_folder.Path, "*.db").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--report")]
    [InlineData("--junit")]
    [InlineData("--summary")]
    [InlineData("--record")]
    [InlineData("--data")]
    [InlineData("--tracking-uri")]
    public async Task EmptyFileName_IsBadInput(string option)
    {
        var result = await AssayProcess.RunAsync(_folder, ["evaluate", option, ""]);

        result.Error.ShouldBe($"assay: {option}: the name of the file is empty; name one, or leave the option away\n");
        result.Code.ShouldBe(2);
    }

    [Theory]
    [InlineData("evaluate", "", "the name of the YAML file is empty")]
    [InlineData("evaluate", "--data good.jsonl --predictions answer --experiment ", "--experiment: the name is empty")]
    public async Task EmptyName_IsBadInput(string command, string rest, string message)
    {
        var result = await AssayProcess.RunAsync(_folder, [command, .. rest.Split(' ')]);

        result.Error.ShouldContain(message);
        result.Error.TrimEnd('\n').ShouldNotContain('\n');
        result.Code.ShouldBe(2);
    }

    [Fact]
    public async Task BadData_CostsNoRecording()
    {
        const string Call = """{"row":"1","request":{"model":"exec:cat","messages":[{"role":"user","content":"x"}]},"answer":{"text":"a"}}""";
        _folder.Write("calls.jsonl", Call + "\n");
        _folder.Write("broken.jsonl", "{\n");

        foreach (var recording in new[] { "calls.jsonl", "new.jsonl" })
        {
            var result = await AssayProcess.RunAsync(
                _folder, ["evaluate", "--data", "broken.jsonl", "--model", "exec:cat", "--record", recording, "--tracking-uri", "a.db"]);
            result.Code.ShouldBe(2);
        }

        File.ReadAllText(_folder["calls.jsonl"]).ShouldBe(Call + "\n");
        File.Exists(_folder["new.jsonl"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("empty.jsonl", "", "empty")]
    [InlineData("broken.jsonl", "{\"answer\":\"a\"}\n{\"answer\":\n", "broken.jsonl, line 2")]
    [InlineData("quote.csv", "answer,id\n\"open,1\nx,2\n", "quote.csv, line 2")]
    [InlineData("fields.csv", "answer,id\na,1\nb,2,3\n", "fields.csv, line 3")]
    [InlineData("columns.json", "{\"answer\":[\"a\",\"b\"],\"id\":{\"0\":1}}", "columns.json, line 1: an object of columns, not rows")]
    [InlineData("twice.csv", "answer,answer\na,b\n", "answer")]
    public async Task BadData_NamesFileAndLine_AndMakesNoRun(string name, string content, string message)
    {
        _folder.Write(name, content);

        var result = await AssayProcess.RunAsync(_folder, ["evaluate", "--data", name, "--predictions", "answer", "--tracking-uri", "a.db"]);

        result.Error.ShouldContain(message);
        result.Error.TrimEnd('\n').ShouldNotContain('\n');
        result.Code.ShouldBe(2);
        var runs = await AssayProcess.RunAsync(_folder, ["runs", "--tracking-uri", "a.db", "--json"]);
        runs.Error.ShouldContain("no store at a.db");
    }
}
