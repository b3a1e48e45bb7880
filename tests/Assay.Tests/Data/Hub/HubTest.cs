using Assay.Tests.Loopback;

namespace Assay.Tests.Data.Hub;

/// <summary>Reads from a hub on loopback into a cache of its own.</summary>
public abstract class HubTest : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    /// <summary>What the last reading's progress said.</summary>
    private protected List<FetchProgress> Pages { get; } = [];

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Folder.Dispose();
    }

    private protected HubOptions Options(HubServer server) => Options(server.Address);

    private protected HubOptions Options(Uri address) => new()
    {
        Split = "test", Endpoint = address, RowsEndpoint = address, CacheFolder = Folder["cache"], Progress = new ListProgress(Pages),
    };

    private sealed class ListProgress(List<FetchProgress> heard) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value) => heard.Add(value);
    }
}
