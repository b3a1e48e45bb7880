using System.Globalization;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>The file of an experiment's runs: what the table shows, for programs and spreadsheets.</summary>
public sealed class ExperimentCsvTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_HasTheColumnsTheOrderAndTheRunsOfTheTable()
    {
        await using var server = await LoopbackServer.StartAsync();
        await LoggedRuns.LogAsync(server, "low", 0.1, "small");
        await LoggedRuns.LogAsync(server, "high", 0.9, "large");
        await LoggedRuns.LogAsync(server, "middle", 0.5, "large");
        await LoggedRuns.LogAsync(server, "none", double.NaN, null);
        (await LinesAsync(server, "?cols=metrics.accuracy,status,params.model&sort=metrics.accuracy&dir=desc&filter=params.model+LIKE+%27%25a%25%27"))
            .ShouldBe(["name,metrics.accuracy,status,params.model", "high,0.9,RUNNING,large", "middle,0.5,RUNNING,large", "low,0.1,RUNNING,small"]);
        (await LinesAsync(server, "?cols=params.model&group=model&sort=name")).ShouldBe(["name,params.model", "high,large", "middle,large", "low,small", "none,"]);
    }

    [Fact]
    public async Task File_WithoutAChoice_HasTheColumnsOfTheTable()
    {
        await using var server = await LoopbackServer.StartAsync();
        await LoggedRuns.LogAsync(server, "a", 0.1, "small");
        await LoggedRuns.LogAsync(server, "b", 0.2, "large");
        (await LinesAsync(server, ""))[0].Split(',').ShouldBe(["name", "status", "started", "params.model", "metrics.accuracy"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("pt-BR")]
    [InlineData("fr")]
    public async Task Numbers_AndTimes_AreThoseOfProgramsInEveryLanguage(string culture)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "a", StartTime: 1_700_000_000_123), Cancel);
        await server.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [new("m", 1234567.25, 1), new("tiny", -1e-300, 1)] }, Cancel);
        await server.Store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Finished, 1_700_000_001_623), Cancel);
        (await LinesAsync(server, $"?cols=metrics.m,metrics.tiny,started,duration,status&culture={culture}")).ShouldBe(
            ["name,metrics.m,metrics.tiny,started,duration,status", "a,1234567.25,-1E-300,2023-11-14T22:13:20.123Z,1.5,FINISHED"]);
    }

    [Fact]
    public async Task Texts_ThatWouldBeFormulas_AreTexts_InEveryColumn()
    {
        await using var server = await LoopbackServer.StartAsync();
        await LoggedRuns.LogAsync(server, "@SUM(A1)", 1, "=cmd|' /C calc'!A0", new Tag("note", "+1-1"), new Tag("minus", "-2"));
        (await LinesAsync(server, "?cols=params.model,tags.note,tags.minus"))[1].ShouldBe("'@SUM(A1),'=cmd|' /C calc'!A0,'+1-1,-2");
    }

    [Fact]
    public async Task File_OfManyPages_HoldsEveryRunOnce()
    {
        await using var server = await LoopbackServer.StartAsync();
        for (var i = 0; i < 60; i++)
        {
            await LoggedRuns.LogAsync(server, $"run-{i}", i, "x");
        }

        var lines = await LinesAsync(server, "?cols=metrics.accuracy&sort=metrics.accuracy&dir=asc");
        lines.Skip(1).ShouldBe(Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"run-{i},{i}")));
    }

    /// <summary>The lines without the runs' ids, which nobody can foretell.</summary>
    private static async Task<string[]> LinesAsync(LoopbackServer server, string query) =>
        [.. (await server.Http.GetStringAsync("/experiments/0.csv" + query, Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..])];
}
