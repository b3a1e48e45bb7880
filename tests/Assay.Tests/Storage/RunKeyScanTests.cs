using Assay.Storage;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>The keys of runs in a store that keeps no list of them.</summary>
public sealed class RunKeyScanTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Search_FindsEachKind_InPages_AndLooksAgainAfterAWhile()
    {
        await using var store = await EmbeddedStore.OpenAsync(Path.Combine(folder.Path, "a.db"));
        var scan = new RunKeyScan(clock);
        var run = await store.Tracking.CreateRunAsync(new NewRun("0", "one"));
        await store.Tracking.LogBatchAsync(run.RunId, new RunBatch
        {
            Metrics = [.. new[] { "c", "a", "b" }.Select(key => new Metric(key, 1, 0))],
            Params = [new Param("model", "small")],
        });
        Task<Page<string>> SearchAsync(RunKeyKind kind, string? contains = null, string? page = null) => scan.SearchAsync(
            store.Tracking, new RunKeyQuery { ExperimentIds = ["0"], Kind = kind, Contains = contains, MaxResults = 2, PageToken = page }, TestContext.Current.CancellationToken);

        var first = await SearchAsync(RunKeyKind.Metric);
        first.Items.ShouldBe(["a", "b"]);
        (await SearchAsync(RunKeyKind.Metric, page: first.NextPageToken)).Items.ShouldBe(["c"]);
        (await SearchAsync(RunKeyKind.Param)).Items.ShouldBe(["model"]);
        (await SearchAsync(RunKeyKind.Param, contains: "MOD")).Items.ShouldBe(["model"]);

        await store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Params = [new Param("later", "x")] });
        (await SearchAsync(RunKeyKind.Param)).Items.ShouldBe(["model"]);
        clock.Advance(RunKeyScan.Kept);
        (await SearchAsync(RunKeyKind.Param)).Items.ShouldBe(["later", "model"]);
    }

    [Fact]
    public async Task Search_ThatFailed_IsTriedAgain()
    {
        var scan = new RunKeyScan(clock);
        var query = new RunKeyQuery { ExperimentIds = ["nowhere"], Kind = RunKeyKind.Metric, MaxResults = 2 };
        var store = await EmbeddedStore.OpenAsync(Path.Combine(folder.Path, "b.db"));
        await store.DisposeAsync();
        await Should.ThrowAsync<Exception>(() => scan.SearchAsync(store.Tracking, query, TestContext.Current.CancellationToken));
        await using var again = await EmbeddedStore.OpenAsync(Path.Combine(folder.Path, "b.db"));
        (await scan.SearchAsync(again.Tracking, query, TestContext.Current.CancellationToken)).Items.ShouldBeEmpty();
    }
}
