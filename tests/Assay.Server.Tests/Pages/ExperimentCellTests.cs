using System.Text.RegularExpressions;
using Assay.Reports;
using Assay.Reports.Figures;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>What stands in the cells of a table of runs.</summary>
public sealed partial class ExperimentCellTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EvaluatedRun_HasIntervalsAndFailedGates()
    {
        await using var server = await LoopbackServer.StartAsync();
        var summary = await new Evaluation
        {
            Dataset = Dataset.From(Enumerable.Range(0, 40).Select(i => new { inputs = $"question {i}", ground_truth = "right" })),
            Model = Model.From((row, _) => Task.FromResult(Answer.FromText(row.Index % 4 == 0 ? "wrong" : "right"))),
            Scorers = Scorers.Named("exact_match"),
            Gates = [Gate.Parse("exact_match/v1 >= 0.9"), Gate.Parse("exact_match/v1 >= 0.5")],
        }.RunAsync(server.Store, null, Cancel);
        var path = $"/experiments/{(await server.Store.Tracking.GetRunAsync(summary.RunId, Cancel)).ExperimentId}";
        var html = await WithSummariesAsync(server, path);
        html.ShouldContain("title=\"exact_match/v1 &gt;= 0.9\">1 gate failed</span>");
        Interval().Match(html).Groups[1].Value.ShouldBe(FigureFormat.For(ReportLanguage.En).Interval(summary.Scorers.Single().Aggregates[0]));
        (await WithSummariesAsync(server, path + "?cols=metrics.exact_match/v1")).ShouldContain("1 gate failed");

        // The figure of a summary holds as long as the metric is the one that it was written for.
        await server.Store.Tracking.LogBatchAsync(summary.RunId, new RunBatch { Metrics = [new Metric("exact_match/v1", 0.125, 9, 9)] }, Cancel);
        var later = await WithSummariesAsync(server, path);
        later.ShouldContain(">0.125</span>");
        Interval().IsMatch(later).ShouldBeFalse();
    }

    [Fact]
    public async Task LongAndHostileTexts_AreCut_AndText()
    {
        await using var server = await LoopbackServer.StartAsync();
        var (name, model) = ("<script>alert(1)</script>\u202E", "\" onmouseover=\"x " + new string('w', 400));
        await LoggedRuns.LogAsync(server, name, 1, model);
        var html = await server.Http.GetStringAsync("/experiments/0?cols=params.model,params.%3Cb%3E", Cancel);
        html.ShouldContain("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;");
        html.ShouldContain("<bdi class=\"cut\" title=\"&quot; onmouseover=&quot;x www");
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("<b>");
    }

    [Fact]
    public async Task Group_OfRunsWithoutTheParameter_IsOneOfItsOwn()
    {
        await using var server = await LoopbackServer.StartAsync();
        await LoggedRuns.LogAsync(server, "a", 0.25, "small");
        await LoggedRuns.LogAsync(server, "b", 0.5, null);
        await LoggedRuns.LogAsync(server, "c", 1, null);
        var groups = Group().Matches(await server.Http.GetStringAsync("/experiments/0?group=model&cols=metrics.accuracy", Cancel)).Select(match => match.Value).ToList();
        groups.Count.ShouldBe(2);
        groups[0].ShouldContain("small");
        groups[1].ShouldContain("(not set)");
        groups[1].ShouldContain("2 runs, means");
        groups[1].ShouldContain("0.75");
    }

    [Fact]
    public async Task Columns_WhereTheNewestRunsFailedEarly_AreThoseOfTheOthers()
    {
        await using var server = await LoopbackServer.StartAsync();
        await LoggedRuns.LogAsync(server, "good", 0.25, "small");
        for (var i = 0; i < 4; i++)
        {
            await server.Store.Tracking.CreateRunAsync(new NewRun("0", $"broken-{i}"), Cancel);
        }

        (await server.Http.GetStringAsync("/experiments/0", Cancel)).ShouldContain(">0.250</span>");
    }

    [Fact]
    public async Task Children_OfAParentWhoseAreOlderThanAThousandOthers_AreCounted()
    {
        await using var server = await LoopbackServer.StartAsync();
        var (old, busy) = (await LoggedRuns.LogAsync(server, "old", 1, "x"), await LoggedRuns.LogAsync(server, "busy", 1, "x"));
        await ChildrenAsync(server, old, 3, 1000);
        await ChildrenAsync(server, busy, 1001, 2000);
        var html = await server.Http.GetStringAsync("/experiments/0", Cancel);
        html.ShouldContain("3 child runs");
        html.ShouldContain("1,001 child runs");
        (await server.Http.GetStringAsync($"/experiments/0?open={busy.RunId}", Cancel)).ShouldContain("the newest 100 are listed");
    }

    private static Task<Run[]> ChildrenAsync(LoopbackServer server, Run parent, int count, long start) => Task.WhenAll(Enumerable.Range(0, count).Select(i =>
        server.Store.Tracking.CreateRunAsync(new NewRun("0", $"child-{i}", StartTime: start) { Tags = [new Tag("mlflow.parentRunId", parent.RunId)] }, Cancel)));

    /// <summary>A page waits only a moment for summaries, and has them when it is asked for again.</summary>
    private static async Task<string> WithSummariesAsync(LoopbackServer server, string path)
    {
        var html = "";
        for (var i = 0; i < 100 && !html.Contains("gate failed", StringComparison.Ordinal); i++)
        {
            html = await server.Http.GetStringAsync(path, Cancel);
        }

        return html;
    }

    [GeneratedRegex("<span class=\"interval\">([^<]*)</span>")]
    private static partial Regex Interval();

    [GeneratedRegex("<tr class=\"group\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Group();
}
