using Assay.Client;
using Assay.Tracking;

namespace Assay.Server.Tests.Client.Faults;

/// <summary>A remote store that reaches its server, a real one, through a proxy that spoils requests.</summary>
internal sealed class FaultyPlace : IAsyncDisposable
{
    private readonly LoopbackServer server;

    private FaultyPlace(LoopbackServer server, FaultyProxy proxy, RemoteStore remote, SwiftClock clock) =>
        (this.server, Proxy, Remote, Clock) = (server, proxy, remote, clock);

    public FaultyProxy Proxy { get; }

    public RemoteStore Remote { get; }

    public SwiftClock Clock { get; }

    /// <summary>The store behind the server: what has really happened.</summary>
    public IAssayStore Kept => server.Store;

    public static async Task<FaultyPlace> OpenAsync(bool plainMlflow = false, TimeSpan? timeout = null)
    {
        var server = await LoopbackServer.StartAsync();
        var proxy = await FaultyProxy.StartAsync(server.Address, plainMlflow);
        var clock = new SwiftClock();
        var options = new RemoteStoreOptions { MaxRetries = 3, TimeProvider = clock, Timeout = timeout ?? SwiftClock.Never };
        return new(server, proxy, await RemoteStore.OpenAsync(proxy.Address, options), clock);
    }

    public async Task<IReadOnlyList<Run>> RunsAsync() => (await Kept.Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"] })).Items;

    public async ValueTask DisposeAsync()
    {
        await Remote.DisposeAsync();
        await Proxy.DisposeAsync();
        await server.DisposeAsync();
    }
}
