namespace Assay.Tests.Cli;

/// <summary><c>assay evaluate GRID.yaml</c>, as a user calls it.</summary>
public sealed class GridCommandTests : IDisposable
{
    private const string Grid = """
        data: sample:sentiment
        sample: 16
        model: local:stories260K
        max-tokens: 4
        score-cut: true
        scorer: levenshtein
        grid:
          prompt:
            plain: "{{inputs}}"
            told: "Once: {{inputs}}"
          temperature: [0, 0.9]
        """;

    private readonly TemporaryFolder _folder = new();

    public GridCommandTests() => _folder.Write("grid.yaml", Grid);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_IsOneObject_WithACellForEachCombination()
    {
        var result = await Evaluate("grid.yaml", "--json");

        result.Code.ShouldBe(0, result.Error);
        result.Error.ShouldStartWith("4 cells, 64 rows to answer");
        var cells = result.Json.GetProperty("cells").EnumerateArray().ToList();
        cells.Select(cell => cell.GetProperty("name").GetString()).ShouldBe(["plain · t=0", "plain · t=0.9", "told · t=0", "told · t=0.9"]);
        cells.ShouldAllBe(cell => cell.GetProperty("scored").GetInt32() == 16);
        result.Json.GetProperty("best").GetProperty("ranks").EnumerateArray().Sum(rank => rank.GetProperty("share_first").GetDouble()).ShouldBe(1, 1e-9);
        result.Json.GetProperty("cost_usd").GetDouble().ShouldBe(0);
    }

    [Fact]
    public async Task Resume_OfTheLastGrid_TakesItsCellsOver_AndTheReportSpeaksItsLanguage()
    {
        var first = await Evaluate("grid.yaml", "--json");
        var again = await Evaluate("grid.yaml", "--resume", "last", "--json", "--report", "grid.html", "--lang", "pt");

        again.Code.ShouldBe(0, again.Error);
        again.Json.GetProperty("run_id").GetString().ShouldBe(first.Json.GetProperty("run_id").GetString());
        again.Json.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("run_id").GetString())
            .ShouldBe(first.Json.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("run_id").GetString()));
        var page = File.ReadAllText(_folder["grid.html"]);
        page.ShouldContain("lang=\"pt");
        page.ShouldContain("A melhor entre muitas parece melhor do que é");
    }

    [Fact]
    public async Task MaxCost_EndsTheGrid_AndSaysHowToGoOn()
    {
        var result = await Evaluate("grid.yaml", "--max-cost", "0.01", "--price", "local:stories260K=1000/1000");

        result.Code.ShouldBe(3);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("of --max-cost 0.01 US dollars");
        result.Error.ShouldContain("take it up with the same file and --resume ");
    }

    [Fact]
    public async Task EqualSettings_ShareTheFirstPlace_AndWhatNeverVariesHasNoInterval()
    {
        _folder.Write("equal.yaml", Grid.Replace("levenshtein", "'contains:text=no model says this'"));
        var result = await Evaluate("equal.yaml", "--json");

        var best = result.Json.GetProperty("best");
        best.GetProperty("ranks").EnumerateArray().ShouldAllBe(rank => Math.Abs(rank.GetProperty("share_first").GetDouble() - 0.25) < 1e-9);
        best.GetProperty("interval").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var effect = result.Json.GetProperty("effects").EnumerateArray().Last();
        effect.GetProperty("difference").GetDouble().ShouldBe(0);
        effect.GetProperty("interval")[1].GetDouble().ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public async Task RowsThatFail_AreSaid_AndAllowedByMaxFailed()
    {
        _folder.Write("rows.csv", "inputs,ground_truth\na,ok\nb,ok\nc,ok\nd,ok\n");
        _folder.Write("answer.sh", """
            while read -r line; do
              id=$(printf '%s' "$line" | sed 's/.*"id":"\([^"]*\)".*/\1/')
              case "$line" in
                *'once a'*) printf '{"id":"%s","error":"I do not know"}\n' "$id" ;;
                *) printf '{"id":"%s","output":"ok"}\n' "$id" ;;
              esac
            done
            """);
        _folder.Write("failing.yaml", """
            data: rows.csv
            model: exec:sh answer.sh
            scorer: levenshtein
            grid:
              prompt: { fine: "{{inputs}}", broken: "once {{inputs}}" }
            """);
        var refused = await Evaluate("failing.yaml");
        refused.Code.ShouldBe(1, refused.Error);
        refused.Error.ShouldContain("1 of 8 rows failed, 1 of them in broken; 'assay show ");
        refused.Error.ShouldContain("assay: 1 of 8 rows failed, more than --max-failed 0 allows");
        var allowed = await Evaluate("failing.yaml", "--max-failed", "50%");
        allowed.Code.ShouldBe(0, allowed.Error);
    }

    [Theory]
    [InlineData("temperature: [0, 0]", "bad.yaml, line 4, column 20: grid: temperature has the option '0' twice; give each once, or under names of their own")]
    [InlineData("prompt: [{text: x}]", "bad.yaml, line 4, column 12: grid: an option of prompt must be a single value; for options with names of their own write prompt: { name: value }")]
    [InlineData("temperatur: [0]", "bad.yaml, line 4, column 3: grid: no axis 'temperatur'; there are model, prompt, system, temperature, max-tokens, data; did you mean \"temperature\"?")]
    [InlineData("temperature: []", "bad.yaml, line 4, column 16: grid: temperature has no option; give one, or leave temperature away")]
    public async Task WhatIsWrongInTheFile_IsOneLineWithItsPlace(string axis, string message)
    {
        _folder.Write("bad.yaml", $"data: sample:sentiment\nmodel: local:stories260K\ngrid:\n  {axis}\n");
        var result = await Evaluate("bad.yaml");
        result.Code.ShouldBe(2);
        result.Error.ShouldBe($"assay: {message}\n");
        File.Exists(_folder["x.db"]).ShouldBeFalse();
    }

    private Task<AssayProcess.ProcessResult> Evaluate(params string[] arguments) =>
        AssayProcess.RunAsync(_folder, ["evaluate", .. arguments, "--tracking-uri", "x.db"]);
}
