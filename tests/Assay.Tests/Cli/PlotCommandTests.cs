using System.Xml.Linq;

namespace Assay.Tests.Cli;

/// <summary><c>assay plot</c>, as a user calls it.</summary>
public sealed class PlotCommandTests(PlottedStore store) : IClassFixture<PlottedStore>
{
    [Theory]
    [InlineData("histogram", "levenshtein: one", "one", "--metric", "levenshtein")]
    [InlineData("histogram", "exact_match: one", "one", "--metric", "exact_match/v1")]
    [InlineData("bars", "exact_match/v1 ▲", "one", PlottedStore.Hostile, "--metric", "exact_match")]
    [InlineData("bars", "one", "one", "--kind", "bars")]
    [InlineData("bars", "rouge1 ▲: stories", "stories")]
    [InlineData("bars", "rougeL/v1/mean ▲", "stories", "--metric", "rougeL")]
    [InlineData("confusion", "f1: one", "one", "--kind", "confusion")]
    [InlineData("differences", "row by row", "one", PlottedStore.Hostile, "--kind", "differences", "--metric", "exact_match")]
    [InlineData("differences", " − one", "one", PlottedStore.Hostile, "--kind", "differences")]
    [InlineData("cost", "rouge1 ▲ against cost: stories", "stories", "--kind", "cost")]
    [InlineData("time", "rouge1 ▲ against time: stories", "stories", "--kind", "time")]
    public async Task EachKind_IsDrawnInTheTerminal_AndAsAPictureOfItsOwn(string kind, string title, params string[] arguments)
    {
        var text = await PlotAsync(arguments);
        text.Code.ShouldBe(0, text.Error);
        text.Output.Split('\n')[0].ShouldContain(title);
        text.Output.ShouldNotContain("\u001b");
        text.Output.Split('\n').SkipWhile(line => line.Length > 0).Skip(1).TakeWhile(line => !line.StartsWith("  note:", StringComparison.Ordinal))
            .ShouldAllBe(line => line.TrimEnd().Length <= 80);

        var json = await PlotAsync([.. arguments, "--json", "--out", "chart.svg"]);
        json.Code.ShouldBe(0, json.Error);
        json.Json.GetProperty("kind").GetString().ShouldBe(kind);
        json.Json.GetProperty("title").GetString()!.ShouldContain(title);
        var picture = File.ReadAllText(store.Folder["chart.svg"]);
        picture.ShouldNotContain("=\"var(");
        var svg = XElement.Parse(picture);
        svg.Attribute("aria-label")!.Value.ShouldContain(title);
        svg.Descendants().ShouldNotContain(element => element.Name.LocalName == "b");
        svg.DescendantsAndSelf().Attributes().ShouldAllBe(attribute => !attribute.Value.Contains("NaN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confusion_CountsEveryRow()
    {
        var counts = (await PlotAsync("one", "--kind", "confusion", "--json")).Json.GetProperty("counts");
        counts.EnumerateArray().SelectMany(row => row.EnumerateArray()).Sum(count => count.GetInt32()).ShouldBe(60);
        counts.EnumerateArray().Select((row, i) => row[i].GetInt32()).Sum().ShouldBe(30);
    }

    [Fact]
    public async Task Differences_OfPassOrFail_CountRowsWonAndLost()
    {
        var json = (await PlotAsync("one", PlottedStore.Hostile, "--kind", "differences", "--metric", "exact_match", "--json")).Json;
        json.GetProperty("bins").EnumerateArray().Select(bin => bin.GetProperty("count").GetInt32()).ShouldBe([0, 45, 15]);
        json.GetProperty("difference").GetDouble().ShouldBe(0.25, 1e-12);
        json.GetProperty("verdict").GetString().ShouldBe("better");
    }

    [Theory]
    [InlineData("one --metric exakt_match", "--metric exakt_match: there is no such metric here; did you mean \"exact_match\"?; there are exact_match, ")]
    [InlineData("one --kind bar", "--kind bar: there is no such chart; did you mean \"bars\"?; there are histogram, ")]
    [InlineData("one --kind cost", "--kind cost: needs the run of a grid")]
    [InlineData("one --kind differences", "--kind differences: needs two runs at least")]
    [InlineData("one --kind confusion --metric levenshtein", "--kind confusion: levenshtein has no confusion matrix; these have: f1")]
    [InlineData("stories --kind histogram", "the run ")]
    [InlineData("stories --kind cost --metric rougeL", "--metric rougeL: the cells of stories were weighed by rouge1")]
    [InlineData("one --out chart.png", "--out: chart.png: pictures are written as SVG; name a file that ends in .svg")]
    [InlineData("nowhere", "no run is named 'nowhere' and no id begins with it")]
    public async Task WhatCannotBeDrawn_IsOneLine(string command, string message)
    {
        var result = await PlotAsync(command.Split(' '));
        result.Error.ShouldStartWith("assay: " + message);
        result.Error.TrimEnd('\n').ShouldNotContain("\n");
        result.Output.ShouldBeEmpty();
        result.Code.ShouldBe(2);
    }

    private Task<AssayProcess.ProcessResult> PlotAsync(params string[] arguments) =>
        AssayProcess.RunAsync(store.Folder, ["plot", .. arguments, "--tracking-uri", "lab.db"]);
}
