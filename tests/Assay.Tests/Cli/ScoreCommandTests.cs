using System.Text.Json;

namespace Assay.Tests.Cli;

public sealed class ScoreCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lines_ComeOutWithScores_InOrder()
    {
        var result = await Score("{\"id\":1,\"prediction\":\"Yes.\",\"reference\":\"Yes.\"}\n{\"id\":2,\"prediction\":null}\n", "exact_match", "token_count:encoding=gpt2");

        result.Code.ShouldBe(0);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToArray();
        lines.Select(line => line.GetProperty("id").GetInt32()).ShouldBe([1, 2]);
        lines[0].GetProperty("scores").GetRawText().ShouldBe("""{"exact_match":1,"token_count_gpt2":2}""");
        lines[1].GetProperty("scores").GetRawText().ShouldBe("""{"exact_match":null,"token_count_gpt2":null}""");
        lines[1].GetProperty("reasons").GetProperty("exact_match").GetString().ShouldBe("the field \"prediction\" has no value");
    }

    [Fact]
    public async Task ValueThatIsNoText_HasNoTextScore()
    {
        var result = await Score("{\"prediction\":5,\"reference\":5.0}\n{\"prediction\":5,\"reference\":\"5\"}\n", "exact_match", "token_count");

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToArray();
        lines[0].GetProperty("scores").GetRawText().ShouldBe("""{"exact_match":1,"token_count":null}""");
        lines[0].GetProperty("reasons").GetProperty("token_count").GetString().ShouldBe("the output is not a text");
        lines[1].GetProperty("scores").GetProperty("exact_match").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task ExactMatch_OfSeveralReferences_EqualsOneOfThem()
    {
        var result = await Score(
            """
            {"prediction":"Paris","reference":["Lutetia","Paris"]}
            {"prediction":"Rome","reference":["Lutetia","Paris"]}
            {"prediction":["a"],"reference":["a"]}
            {"prediction":5,"reference":["5"]}
            {"prediction":"a","reference":[]}

            """,
            "exact_match");

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToArray();
        lines.Select(line => line.GetProperty("scores").GetProperty("exact_match").GetRawText()).ShouldBe(["1", "0", "1", "0", "null"]);
        lines[4].GetProperty("reasons").GetProperty("exact_match").GetString().ShouldBe("the list of references is empty");
    }

    [Fact]
    public async Task TwoScorersOfOneName_AreBadInput()
    {
        var result = await Score("{\"prediction\":\"a\"}\n", "toxicity", "toxicity");

        result.Error.ShouldBe("assay: --scorer: two scorers are named 'toxicity'; leave one away, or name it with as=NAME\n");
        result.Output.ShouldBeEmpty();
        result.Code.ShouldBe(2);
    }

    [Fact]
    public async Task LineThatIsNotJson_IsExitTwo_AfterTheGoodLinesBeforeIt()
    {
        var result = await Score("{\"prediction\":\"a\"}\n{\"prediction\":\"b\"}\nnot json\n{\"prediction\":\"c\"}\n", "token_count");

        result.Code.ShouldBe(2);
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        result.Error.ShouldContain("line 3");
    }

    [Fact]
    public async Task KeepGoing_TurnsABadLineIntoARecord()
    {
        var result = await AssayProcess.RunAsync(_folder, ["score", "--scorer", "token_count", "--keep-going"], "{\"prediction\":\"a\"}\nnot json\n{\"prediction\":\"c\"}\n");

        result.Code.ShouldBe(0);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToArray();
        lines.Length.ShouldBe(3);
        lines[1].GetProperty("line").GetInt32().ShouldBe(2);
        lines[1].GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Set_LeavesLatencyOut() =>
        (await Score("{\"prediction\":\"a\"}\n", "text")).Output.ShouldNotContain("latency");

    private Task<AssayProcess.ProcessResult> Score(string input, params string[] scorers) =>
        AssayProcess.RunAsync(_folder, ["score", .. scorers.SelectMany(scorer => new[] { "--scorer", scorer })], input);
}
