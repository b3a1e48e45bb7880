using System.Text.Json;
using Assay.Statistics;

namespace Assay.Tests.Cli;

/// <summary><c>--repeats</c>, <c>--group</c>, <c>--confidence</c> and <c>--interval</c>, as a user gives them.</summary>
public sealed class IntervalOptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // Five rows share a passage and their answer is right or wrong together.
    public IntervalOptionTests() => _folder.Write("rows.jsonl", string.Join('\n', Enumerable.Range(0, 100).Select(
        i => JsonSerializer.Serialize(new { inputs = $"question {i}", ground_truth = $"{i}", passage = $"p{i / 5}", answer = i / 5 % 4 == 0 ? "wrong" : $"{i}" }))));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Confidence_ChangesTheInterval_NotTheFigure()
    {
        var ninety = await Recorded("--confidence", "0.9");
        ninety.Json.GetProperty("confidence").GetDouble().ShouldBe(0.9);
        ninety.Json.GetProperty("metrics").GetProperty("exact_match/v1").GetDouble().ShouldBe(0.75);
        var expected = ConfidenceIntervals.Wilson(75, 100, 0.9);
        Interval(ninety).Low.ShouldBe(expected.Low, 1e-12);
        Interval(ninety).High.ShouldBe(expected.High, 1e-12);
    }

    [Fact]
    public async Task Interval_NamesTheMethodThatIsTaken()
    {
        var result = await Recorded("--interval", "clopper-pearson");
        Method(result).ShouldBe("Clopper-Pearson");
        var plain = await Recorded();
        Method(plain).ShouldBe("Wilson");
        Width(result).ShouldBeGreaterThan(Width(plain));
    }

    [Fact]
    public async Task Group_WidensTheInterval_WhereRowsOfAGroupAgree()
    {
        var grouped = await Recorded("--group", "passage");
        Method(grouped).ShouldContain("clustered");
        Width(grouped).ShouldBeGreaterThan(1.5 * Width(await Recorded()));
    }

    [Fact]
    public async Task Repeats_AreNoMoreRows()
    {
        var result = await Evaluate(
            "--data", "rows.jsonl", "--head", "16", "--model", "local:stories260K", "--max-tokens", "4", "--temperature", "0.9", "--score-cut",
            "--scorer", "char_count", "--repeats", "3", "--json");

        result.Code.ShouldBe(0, result.Error);
        result.Json.GetProperty("rows").GetProperty("total").GetInt32().ShouldBe(16);
        result.Json.GetProperty("rows").GetProperty("repeats").GetInt32().ShouldBe(3);
        result.Json.GetProperty("scored").GetProperty("char_count").GetProperty("scored").GetInt32().ShouldBe(16);
    }

    [Theory]
    [InlineData("--confidence", "95", "--confidence: '95' is not a number between 0 and 1; an example: 0.95")]
    [InlineData("--interval", "wilsen", "--interval: no method 'wilsen'; there are wilson, clopper-pearson, logit-t, student, bootstrap, bca; did you mean \"wilson\"?")]
    [InlineData("--group", "passages", "--group: rows.jsonl has no column \"passages\"; it has inputs, ground_truth, passage, answer; did you mean \"passage\"?")]
    [InlineData("--repeats", "2", "--repeats: recorded answers cannot be asked again; leave it away, or ask a model with --model")]
    public async Task WhatCannotBe_IsOneLine(string option, string value, string message)
    {
        var result = await Recorded(option, value);
        result.Code.ShouldBe(2);
        result.Error.ShouldBe($"assay: {message}\n");
    }

    private static (double Low, double High) Interval(AssayProcess.ProcessResult result)
    {
        var interval = result.Json.GetProperty("intervals").GetProperty("exact_match/v1");
        return (interval[0].GetDouble(), interval[1].GetDouble());
    }

    private static double Width(AssayProcess.ProcessResult result) => Interval(result).High - Interval(result).Low;

    private static string Method(AssayProcess.ProcessResult result) => result.Json.GetProperty("interval_methods").GetProperty("exact_match/v1").GetString()!;

    private Task<AssayProcess.ProcessResult> Recorded(params string[] arguments) =>
        Evaluate(["--data", "rows.jsonl", "--predictions", "answer", "--scorer", "exact_match", "--json", .. arguments]);

    private Task<AssayProcess.ProcessResult> Evaluate(params string[] arguments) =>
        AssayProcess.RunAsync(_folder, ["evaluate", .. arguments, "--tracking-uri", "x.db"]);
}
