using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>What home tells of a store with many runs.</summary>
public sealed class HomeNewsTests
{
    [Fact]
    public async Task ARunThatGoesOn_IsFound_HoweverManyBeganAfterIt()
    {
        await using var server = await LoopbackServer.StartAsync();
        var store = server.Store.Tracking;
        var cancel = TestContext.Current.CancellationToken;
        await store.CreateRunAsync(new NewRun("0", "long-training", StartTime: 1000), cancel);
        await Task.WhenAll(Enumerable.Range(0, 520).Select(async i =>
        {
            var run = await store.CreateRunAsync(new NewRun("0", $"short-{i}", StartTime: 2000 + i), cancel);
            await store.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Finished, 3000 + i), cancel);
        }));
        var html = await server.Http.GetStringAsync("/", cancel);
        html.ShouldContain("Running now");
        html.ShouldContain("long-training");
        html.ShouldContain("short-519");
    }
}
