using Assay.Client;

namespace Assay.Server.Tests.Client;

/// <summary>A remote store over a server of its own, over an empty embedded store: where the contract tests of the client keep things.</summary>
internal sealed class RemotePlace
{
    private LoopbackServer server = null!;

    public async Task<IAssayStore> OpenAsync()
    {
        server = await LoopbackServer.StartAsync();
        return await RemoteStore.OpenAsync(server.Address, new RemoteStoreOptions { MaxRetries = 0 });
    }

    public async Task CleanAsync() => await server.DisposeAsync();
}
