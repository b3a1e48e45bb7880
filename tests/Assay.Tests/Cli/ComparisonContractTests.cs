using System.Globalization;
using System.Text.Json;

namespace Assay.Tests.Cli;

/// <summary>The fields of <c>assay compare --json</c> that other programs read: names, types, and what stands in them in odd cases.</summary>
public sealed class ComparisonContractTests : IDisposable
{
    private static readonly string[] Fields = ["metric", "run_a", "run_b", "a", "b", "difference", "interval", "p", "p_adjusted", "verdict", "rows"];

    private static readonly string[] Verdicts = ["better", "worse", "different", "no evidence of a difference", "equivalent"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Files_HaveTheFields()
    {
        Write("A.jsonl", Enumerable.Range(0, 30).Select(i => (Score(i, 0), i)));
        Write("B.jsonl", Enumerable.Range(0, 30).Select(i => (Score(i, 0.1), i)));
        var comparison = await OnlyAsync("compare", "A.jsonl", "B.jsonl", "--id", "id", "--score", "score", "--json");
        comparison.EnumerateObject().Take(Fields.Length).Select(field => field.Name).ShouldBe(Fields);
        comparison.GetProperty("metric").GetString().ShouldBe("score");
        comparison.GetProperty("run_a").GetString().ShouldBe("A.jsonl");
        comparison.GetProperty("run_b").GetString().ShouldBe("B.jsonl");
        Number(comparison, "difference").ShouldBe(Number(comparison, "b") - Number(comparison, "a"), 1e-12);
        Number(comparison, "difference").ShouldBe(0.1, 1e-3);
        comparison.GetProperty("interval").EnumerateArray().Select(end => end.GetDouble()).ShouldBeInOrder();
        comparison.GetProperty("interval").GetArrayLength().ShouldBe(2);
        Number(comparison, "p").ShouldBeLessThan(1e-6);
        Number(comparison, "p_adjusted").ShouldBe(Number(comparison, "p"));
        comparison.GetProperty("rows").GetInt32().ShouldBe(30);
        comparison.GetProperty("verdict").GetString().ShouldBe("better");
    }

    [Fact]
    public async Task Runs_HaveTheFields_AndAPForEachMetricThatHolmCorrects()
    {
        await EvaluateAsync("one", i => i % 2 == 0);
        await EvaluateAsync("two", i => i % 2 == 0 || i < 30);
        var result = await AssayProcess.RunAsync(folder, ["compare", "one", "two", "--tracking-uri", "lab.db", "--json"]);
        result.Code.ShouldBe(0, result.Error);
        var comparisons = result.Json.GetProperty("comparisons").EnumerateArray().ToList();
        comparisons.Select(comparison => comparison.GetProperty("metric").GetString()).ShouldBe(["exact_match/v1", "token_count"], ignoreOrder: true);
        foreach (var comparison in comparisons)
        {
            comparison.EnumerateObject().Take(Fields.Length).Select(field => field.Name).ShouldBe(Fields);
            comparison.GetProperty("run_a").GetString()!.Length.ShouldBe(32);
            Number(comparison, "p_adjusted").ShouldBeInRange(Number(comparison, "p"), Math.Min(1, 2 * Number(comparison, "p")) + 1e-12);
            comparison.GetProperty("verdict").GetString().ShouldBeOneOf(Verdicts);
        }

        // Right on 30 rows, then on 45 of the 60: the verdict is about the second.
        var match = comparisons.Single(comparison => comparison.GetProperty("metric").GetString() == "exact_match/v1");
        Number(match, "a").ShouldBe(0.5);
        Number(match, "b").ShouldBe(0.75);
        Number(match, "difference").ShouldBe(0.25);
        match.GetProperty("verdict").GetString().ShouldBe("better");
    }

    [Theory]
    [InlineData("0.5", "0.9", false, "no evidence of a difference")]
    [InlineData("1", "0", true, "no evidence of a difference")]
    [InlineData("17.5", "3", false, "no evidence of a difference")]
    public async Task OneRow_HasAP_AndAnIntervalOnlyForPassOrFail(string a, string b, bool hasInterval, string verdict)
    {
        File.WriteAllText(folder["A.jsonl"], $$"""{"id": 1, "score": {{a}}}""" + "\n");
        File.WriteAllText(folder["B.jsonl"], $$"""{"id": 1, "score": {{b}}}""" + "\n");
        var comparison = await OnlyAsync("compare", "A.jsonl", "B.jsonl", "--id", "id", "--score", "score", "--json");
        comparison.GetProperty("interval").ValueKind.ShouldBe(hasInterval ? JsonValueKind.Array : JsonValueKind.Null);
        Number(comparison, "p").ShouldBeInRange(0.499, 1);
        comparison.GetProperty("rows").GetInt32().ShouldBe(1);
        comparison.GetProperty("verdict").GetString().ShouldBe(verdict);
    }

    [Theory]
    [InlineData("--lower-is-better", "worse")]
    [InlineData("--margin=0.5", "equivalent")]
    [InlineData("--margin=0.0001", "better")]
    public async Task Verdicts_FollowDirectionAndMargin(string option, string verdict)
    {
        Write("A.jsonl", Enumerable.Range(0, 40).Select(i => (Score(i, 0), i)));
        Write("B.jsonl", Enumerable.Range(0, 40).Select(i => (Score(i, 0.1), i)));
        var comparison = await OnlyAsync("compare", "A.jsonl", "B.jsonl", "--id", "id", "--score", "score", option, "--json");
        comparison.GetProperty("verdict").GetString().ShouldBe(verdict);
    }

    [Fact]
    public async Task EqualScores_HaveNoDifference_AndP1()
    {
        Write("A.jsonl", Enumerable.Range(0, 40).Select(i => (Score(i, 0), i)));
        Write("B.jsonl", Enumerable.Range(0, 40).Select(i => (Score(i, 0), i)).Reverse());
        var comparison = await OnlyAsync("compare", "A.jsonl", "B.jsonl", "--id", "id", "--score", "score", "--json");
        Number(comparison, "difference").ShouldBe(0);
        Number(comparison, "p").ShouldBe(1);
        Number(comparison, "p_adjusted").ShouldBe(1);
        comparison.GetProperty("verdict").GetString().ShouldBe("no evidence of a difference");
        comparison.GetProperty("interval")[0].GetDouble().ShouldBeLessThan(0);
        comparison.GetProperty("interval")[1].GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task RowsWithoutANumber_AreLeftOut_AndIdsThatComeAgainAreAveraged()
    {
        File.WriteAllLines(folder["A.csv"], ["id,score", "1,0.5", "2,NaN", "3,", "4,0.25", "4,0.75", "5,0.5"]);
        File.WriteAllLines(folder["B.csv"], ["id,score", "1,0.5", "2,0.5", "3,0.5", "4,1", "5,nan"]);
        var comparison = await OnlyAsync("compare", "A.csv", "B.csv", "--id", "id", "--score", "score", "--json");
        comparison.GetProperty("rows").GetInt32().ShouldBe(2);
        comparison.GetProperty("not_scored").GetInt32().ShouldBe(3);
        Number(comparison, "a").ShouldBe(0.5);
        Number(comparison, "b").ShouldBe(0.75);
    }

    [Theory]
    [InlineData("""{"id": 9, "score": 1}""", "assay: no row of A.jsonl is in B.jsonl: ")]
    [InlineData("""{"id": 1, "score": "Infinity"}""", "assay: B.jsonl, row 1: \"score\" is 'Infinity', which is no number")]
    [InlineData("""{"id": null, "score": 1}""", "assay: B.jsonl, row 1: no value in the column \"id\"")]
    [InlineData("""{"id": 1, "score": NaN}""", "assay: B.jsonl")]
    public async Task WhatCannotBeCompared_IsOneLine(string row, string message)
    {
        File.WriteAllText(folder["A.jsonl"], """{"id": 1, "score": 1}""" + "\n");
        File.WriteAllText(folder["B.jsonl"], row + "\n");
        var result = await AssayProcess.RunAsync(folder, ["compare", "A.jsonl", "B.jsonl", "--id", "id", "--score", "score", "--json"]);
        result.Code.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldStartWith(message);
        result.Error.TrimEnd('\n').ShouldNotContain("\n");
    }

    private static double Score(int row, double more) => 0.4 + (0.3 * Math.Sin(row)) + more + (0.001 * Math.Cos(7 * row) * Math.Sign(more));

    private static double Number(JsonElement comparison, string field) => comparison.GetProperty(field).GetDouble();

    private void Write(string file, IEnumerable<(double Score, int Id)> rows) => File.WriteAllLines(
        folder[file], rows.Select(row => string.Create(CultureInfo.InvariantCulture, $$"""{"id": "r{{row.Id}}", "score": {{row.Score:R}}}""")));

    private async Task<JsonElement> OnlyAsync(params string[] command)
    {
        var result = await AssayProcess.RunAsync(folder, command);
        result.Code.ShouldBe(0, result.Error);
        return result.Json.GetProperty("comparisons").EnumerateArray().ShouldHaveSingleItem();
    }

    private async Task EvaluateAsync(string name, Func<int, bool> passes)
    {
        var rows = Enumerable.Range(0, 60).Select(i => JsonSerializer.Serialize(new { inputs = $"question {i}", ground_truth = "right", answer = passes(i) ? "right" : "not so right" }));
        File.WriteAllLines(folder[name + ".jsonl"], rows);
        var result = await AssayProcess.RunAsync(folder, ["evaluate", "--data", name + ".jsonl", "--predictions", "answer", "--scorer", "exact_match", "--scorer", "token_count", "--run-name", name, "--tracking-uri", "lab.db"]);
        result.Code.ShouldBe(0, result.Error);
    }
}
