using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>The runs of an experiment that were archived: seen by themselves, and brought back one or many at a time.</summary>
public sealed class ArchivedRunsTests
{
    [Fact]
    public async Task View_HoldsArchivedRunsOnly_AndOffersToRestoreThem()
    {
        await using var server = await LoopbackServer.StartAsync();
        await LoggedRuns.LogAsync(server, "in-use", 1, "x");
        await ArchivedAsync(server, "put-away");
        var html = await server.Http.GetStringAsync("/experiments/0?view=archived", TestContext.Current.CancellationToken);
        html.ShouldContain("put-away");
        html.ShouldNotContain("in-use");
        html.ShouldContain("value=\"restore\"");
        html.ShouldNotContain("value=\"archive\"");
        (await server.Http.GetStringAsync("/experiments/0", TestContext.Current.CancellationToken)).ShouldNotContain("put-away");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task Runs_Restored_AreBack_AndThatIsUndone(int count)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var runs = new List<Run>();
        for (var i = 0; i < count; i++)
        {
            runs.Add(await ArchivedAsync(server, $"heron-{i}"));
        }

        var query = string.Join('&', runs.Select(run => $"run={run.RunId}"));
        var asked = await visitor.GetAsync($"/experiments/0/selection?do=restore&return=%2Fexperiments%2F0%3Fview%3Darchived&{query}");
        asked.Body.ShouldContain(count == 1 ? "Restore 1 run?" : $"Restore {count} runs?");
        var form = PageForm.Find(asked.Body, "Restore");
        var answer = await visitor.PostAsync(form.Action, [.. form.Fields.Where(field => field.Name != "form_token"), ("do", "restore")]);
        answer.Location.ShouldNotBeNull().ShouldStartWith("/experiments/0?view=archived&done=restored");
        (await StagesAsync(server, runs)).ShouldAllBe(stage => stage == LifecycleStage.Active);

        var said = await visitor.GetAsync(answer.Location!);
        said.Body.ShouldContain(count == 1 ? "1 run restored." : $"{count} runs restored.");
        await PageForm.Find(said.Body, "Undo").SendAsync(visitor);
        (await StagesAsync(server, runs)).ShouldAllBe(stage => stage == LifecycleStage.Deleted);
    }

    private static async Task<Run> ArchivedAsync(LoopbackServer server, string name)
    {
        var run = await LoggedRuns.LogAsync(server, name, 1, "x");
        await server.Store.Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Deleted, TestContext.Current.CancellationToken);
        return run;
    }

    private static async Task<LifecycleStage[]> StagesAsync(LoopbackServer server, IEnumerable<Run> runs) =>
        [.. (await Task.WhenAll(runs.Select(run => LoggedRuns.ReadAsync(server, run)))).Select(run => run.LifecycleStage)];
}
