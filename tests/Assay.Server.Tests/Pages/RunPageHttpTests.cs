using System.Net;
using System.Text.RegularExpressions;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>A run's pages as they are sent: what was logged is in the first answer.</summary>
public sealed class RunPageHttpTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overview_HoldsNameMetricsParametersAndTags()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "a run", "someone"), Cancel);
        await server.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [new("loss/val", 0.8125, 1, 3)], Params = [new("lr", "0.01")], Tags = [new("team", "blue")] }, Cancel);
        var page = await server.Http.GetStringAsync($"/runs/{run.RunId}", Cancel);
        foreach (var text in new[] { "a run", run.RunId, "loss/val", "0.8125", "lr", "0.01", "team", "blue", "someone" })
        {
            page.ShouldContain(text);
        }

        (await server.Http.GetStringAsync($"/runs/{run.RunId}?culture=pt-BR", Cancel)).ShouldContain("0,8125");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/metrics")]
    [InlineData("/artifacts")]
    public async Task Run_LeadsToItsComparisonWithOthers(string tab)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "a run"), Cancel);
        (await server.Http.GetStringAsync($"/runs/{run.RunId}{tab}", Cancel)).ShouldContain($"href=\"/compare?runs={run.RunId}\"");
        (await server.Http.GetStringAsync($"/compare?runs={run.RunId}", Cancel)).ShouldContain("One run is chosen.");
    }

    [Fact]
    public async Task Overview_OfThousandsOfMetrics_SendsTheFirst_AndFindsTheOthers()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "wide"), Cancel);
        for (var i = 0; i < 3; i++)
        {
            var metrics = Enumerable.Range(i * 1000, 1000).Select(n => new Metric($"metric_{n:00000}", n, 1)).ToList();
            await server.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = metrics }, Cancel);
        }

        var page = await server.Http.GetStringAsync($"/runs/{run.RunId}", Cancel);
        page.ShouldContain("metric_00199");
        page.ShouldNotContain("metric_00200");
        var found = await server.Http.GetStringAsync($"/runs/{run.RunId}?metrics=_02777", Cancel);
        found.ShouldContain("metric_02777");
        found.ShouldNotContain("metric_00000");
        var values = await server.Http.GetStringAsync($"/runs/{run.RunId}/metrics?page=2", Cancel);
        Regex.Count(values, "key=metric_").ShouldBe(48);
        values.ShouldContain("metric_00048");
        values.ShouldNotContain("<figure", customMessage: "one value is no line");
    }

    [Theory]
    [InlineData("/runs/00000000000000000000000000000000")]
    [InlineData("/runs/nothing/metrics")]
    [InlineData("/runs/nothing/artifacts")]
    public async Task UnknownRun_IsADesignedPage(string path)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var response = await server.Http.GetAsync(path, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("There is nothing here");
    }

    [Theory]
    [InlineData("rename")]
    [InlineData("tags")]
    [InlineData("tags/delete")]
    [InlineData("description")]
    [InlineData("archive")]
    [InlineData("restore")]
    public async Task Change_WithoutThePagesSecret_IsRefused(string action)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "mine"), Cancel);
        using var form = new FormUrlEncodedContent([new("name", "theirs"), new("key", "k"), new("value", "v"), new("text", "t")]);
        using var response = await server.Http.PostAsync($"/runs/{run.RunId}/{action}", form, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var after = await server.Store.Tracking.GetRunAsync(run.RunId, Cancel);
        (after.RunName, after.LifecycleStage).ShouldBe(("mine", LifecycleStage.Active));
    }

    [Fact]
    public async Task Charts_ShowPeaks_OtherRuns_AndWhatIsNoNumber()
    {
        await using var server = await LoopbackServer.StartAsync();
        var (a, b) = (await ChartedAsync(server, "first", 100), await ChartedAsync(server, "second", 3));
        var page = await server.Http.GetStringAsync($"/runs/{a}/metrics?with={b},{b},nothing&smooth=0.5&axis=time&log=1", Cancel);
        page.ShouldContain("second");
        page.ShouldContain("--series-2");
        page.ShouldContain("1 of 602 points");
        page.ShouldContain("from 0.5 to 100.");
        (await server.Http.GetStringAsync($"/runs/{a}/metrics?from=10&to=19", Cancel)).ShouldContain("10 points from");
        (await server.Http.GetStringAsync($"/runs/{a}/metrics?from=1e300&to=x&page=99999999&smooth=NaN&with=%3Cb%3E", Cancel)).ShouldContain("No points");
    }

    [Fact]
    public async Task Metrics_OfManyHistories_AreAPageOfCharts_AndWhatHasOneValueATable()
    {
        await using var server = await LoopbackServer.StartAsync();
        var (run, other) = (await server.Store.Tracking.CreateRunAsync(new NewRun("0", "first"), Cancel), await server.Store.Tracking.CreateRunAsync(new NewRun("0", "second"), Cancel));
        Metric[] histories = [.. Enumerable.Range(0, 30).SelectMany(key => new Metric[] { new($"curve_{key:00}", 1, 1, 1), new($"curve_{key:00}", 2, 2, 2) })];
        await server.Store.Tracking.LogBatchAsync(
            run.RunId, new RunBatch { Metrics = [.. histories, new("late", 0.25, 1, 100), new("test/score", 0.75, 1), new("gone", double.NaN, 1), new("gone", double.NaN, 2, 1)] }, Cancel);
        await server.Store.Tracking.LogBatchAsync(other.RunId, new RunBatch { Metrics = [new("test/score", 0.5, 1)] }, Cancel);
        var page = await server.Http.GetStringAsync($"/runs/{run.RunId}/metrics", Cancel);
        Regex.Count(page, "<figure").ShouldBe(12);
        page.ShouldContain("Metrics with one value");
        page.ShouldContain("1 of 2", customMessage: "where it stands among the runs that have it");
        (await server.Http.GetStringAsync($"/runs/{run.RunId}/metrics?search=late", Cancel)).ShouldNotContain("<figure");
        (await server.Http.GetStringAsync($"/runs/{run.RunId}/metrics?key=gone", Cancel)).ShouldContain("All 2 points are NaN or infinite: there is nothing to draw.");
        var beside = await server.Http.GetStringAsync($"/runs/{run.RunId}/metrics?key=test%2Fscore&with={other.RunId}", Cancel);
        beside.ShouldContain("test/score by run");
        beside.ShouldContain("0.5");
    }

    private static async Task<string> ChartedAsync(LoopbackServer server, string name, double peak)
    {
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", name, StartTime: 1000), Cancel);
        var points = Enumerable.Range(0, 300).Select(step => new Metric("loss", step == 150 ? peak : 0.5, 1000 + (step * 1000L), step)).ToList();
        points.Add(new Metric("loss", peak > 50 ? double.NaN : 1, 400_000, 300));
        await server.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = points }, Cancel);
        return run.RunId;
    }
}
