using System.Globalization;
using System.Text.Json;
using Assay.Statistics;

namespace Assay.Tests.Cli;

/// <summary><c>assay compare</c> and <c>assay power</c>, as a user calls them.</summary>
public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Files_of_row_scores_are_compared_by_id_whatever_their_order_and_format()
    {
        double[] a = [.. Enumerable.Range(0, 40).Select(i => Math.Round(0.5 + (0.4 * Math.Sin(i)), 3))];
        double[] b = [.. a.Select((score, i) => Math.Round(score + (0.05 * Math.Cos(3 * i)) + 0.02, 3))];
        File.WriteAllLines(folder["a.jsonl"], a.Select((score, i) => string.Create(CultureInfo.InvariantCulture, $$"""{"id": "r{{i}}", "accuracy": {{score}}}""")));
        File.WriteAllLines(folder["b.csv"], b.Select((score, i) => string.Create(CultureInfo.InvariantCulture, $"r{i},{score}")).Append("other,1").Append("id,accuracy").Reverse());
        var result = await AssayProcess.RunAsync(folder, ["compare", "a.jsonl", "b.csv", "--id", "id", "--score", "accuracy", "--json"]);
        result.Code.ShouldBe(0, result.Error);
        var comparison = result.Json.GetProperty("comparisons")[0];
        double[] differences = [.. a.Zip(b, (x, y) => y - x)];
        var interval = ConfidenceIntervals.StudentT(differences);
        comparison.GetProperty("metric").GetString().ShouldBe("accuracy");
        comparison.GetProperty("rows").GetInt32().ShouldBe(40);
        comparison.GetProperty("difference").GetDouble().ShouldBe(differences.Average(), 1e-12);
        comparison.GetProperty("interval")[0].GetDouble().ShouldBe(interval.Low, 1e-12);
        comparison.GetProperty("interval")[1].GetDouble().ShouldBe(interval.High, 1e-12);
        comparison.GetProperty("p").GetDouble().ShouldBe(SignFlipTest.Of(differences).PValue, 1e-12);
        comparison.GetProperty("verdict").GetString().ShouldBe("better");
        result.Json.GetProperty("runs")[1].GetProperty("unmatched_rows").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Runs_of_a_store_are_compared_in_a_table_and_on_a_page()
    {
        await EvaluateAsync("one", i => i % 2 == 0);
        await EvaluateAsync("two", i => i % 4 != 1);
        var table = await AssayProcess.RunAsync(folder, ["compare", "one", "two", "--tracking-uri", "lab.db", "--html", "page.html", "--lang", "fr"]);
        table.Code.ShouldBe(0, table.Error);
        table.Output.ShouldContain("exact_match/v1");
        table.Output.ShouldContain("better");
        table.Output.ShouldNotContain("\u001b");
        var page = File.ReadAllText(folder["page.html"]);
        page.ShouldContain("meilleur");
        page.ShouldContain("href=\"#run1\"");
        page.ShouldContain("<svg");
        page.ShouldContain("Lignes qui ont le plus changé");
    }

    [Theory]
    [InlineData("compare none.jsonl other.jsonl --score x", "none.jsonl: there is no such file")]
    [InlineData("compare a.jsonl b.jsonl --id id", "--score is missing: the column of the score in the files")]
    [InlineData("compare a.jsonl b.jsonl --id id --score y", "a.jsonl, row 1: --score: ")]
    [InlineData("compare a.jsonl b.jsonl --id id --score x", "a.jsonl, row 2: \"x\" is 'much', which is no number")]
    [InlineData("compare a.jsonl run --score x", "'run' is no file, and 'a.jsonl' is one")]
    [InlineData("compare a.jsonl b.jsonl --score x --test z", "--test: no test 'z'")]
    [InlineData("power --difference 0.1", "give what is assumed, --pass-rate for pass or fail or --sd for other scores, or pilot runs")]
    [InlineData("power --pass-rate 0.9 --difference 0.5", "--difference: from a pass rate of 0.9 it leads to 1.4, and pass rates are from 0 to 1; give a smaller difference")]
    [InlineData("compare a.jsonl b.jsonl --score x --margin -1", "--margin: '-1' is not a number above 0")]
    [InlineData("power --sd 1 --difference 0", "--difference: no number of rows shows a difference of 0")]
    public async Task What_cannot_be_done_is_one_line(string command, string message)
    {
        File.WriteAllText(folder["a.jsonl"], "{\"id\": 1, \"x\": 1}\n{\"id\": 2, \"x\": \"much\"}\n");
        File.WriteAllText(folder["b.jsonl"], "{\"id\": 1, \"x\": 1}\n");
        var result = await AssayProcess.RunAsync(folder, command.Split(' '));
        result.Error.ShouldStartWith("assay: " + message);
        result.Error.TrimEnd('\n').ShouldNotContain("\n");
        result.Code.ShouldBe(2);
    }

    [Fact]
    public async Task Power_says_how_many_rows_are_needed()
    {
        var result = await AssayProcess.RunAsync(folder, ["power", "--pass-rate", "0.7", "--difference", "0.05", "--correlation", "0.5", "--json"]);
        result.Json.GetProperty("rows").GetInt64().ShouldBe(631);
        result.Json.GetProperty("table").EnumerateArray().Select(line => line.GetProperty("rows").GetInt32()).ShouldContain(1000);
    }

    private async Task EvaluateAsync(string name, Func<int, bool> passes)
    {
        var rows = Enumerable.Range(0, 60).Select(i => JsonSerializer.Serialize(new { inputs = $"question {i}", ground_truth = "right", answer = passes(i) ? "right" : "wrong" }));
        File.WriteAllLines(folder[name + ".jsonl"], rows);
        var result = await AssayProcess.RunAsync(folder, ["evaluate", "--data", name + ".jsonl", "--predictions", "answer", "--scorer", "exact_match", "--run-name", name, "--tracking-uri", "lab.db"]);
        result.Code.ShouldBe(0, result.Error);
    }
}
