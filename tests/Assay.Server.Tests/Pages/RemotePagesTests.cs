using Assay.Client;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>The pages over a store that is on another server.</summary>
public sealed class RemotePagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_show_what_the_server_has_and_serve_nothing_else()
    {
        await using var behind = await LoopbackServer.StartAsync();
        await using var store = await RemoteStore.OpenAsync(behind.Address, new RemoteStoreOptions { MaxRetries = 0 }, Cancel);
        await using var pages = await AssayServer.StartAsync(store, new ServerOptions { Port = 0, PagesOnly = true }, Cancel);
        using var visitor = new PageVisitor(pages.Address);

        // Programs log to the server itself.
        (await visitor.GetAsync("/")).Body.ShouldContain($"MLFLOW_TRACKING_URI={behind.Address.ToString().TrimEnd('/')}");
        await behind.Store.Tracking.CreateRunAsync(new NewRun("0", "over there"), Cancel);
        (await visitor.GetAsync("/")).Body.ShouldContain("over there");
        (await visitor.GetAsync("/settings")).Body.ShouldContain(store.Location);
        foreach (var path in (string[])["/api/2.0/mlflow/experiments/get?experiment_id=0", "/api/assay/v1/score", "/openapi/v1.json"])
        {
            (await visitor.GetAsync(path, accept: "*/*")).Status.ShouldBe(404, path);
        }
    }

    [Fact]
    public async Task A_server_that_is_away_is_a_page_to_try_again()
    {
        var behind = await LoopbackServer.StartAsync();
        await using var store = await RemoteStore.OpenAsync(behind.Address, new RemoteStoreOptions { MaxRetries = 0 }, Cancel);
        await using var pages = await AssayServer.StartAsync(store, new ServerOptions { Port = 0, PagesOnly = true }, Cancel);
        await behind.DisposeAsync();
        using var visitor = new PageVisitor(pages.Address);

        var away = await visitor.GetAsync("/experiments?a=b");

        away.Status.ShouldBe(503);
        away.Header("Retry-After").ShouldBe("5");
        away.Body.ShouldContain("The store does not answer");
        away.Body.ShouldContain("href=\"/experiments?a=b\"");
    }
}
