using Assay.Artifacts;
using Assay.Client;
using Assay.Evaluations;
using Assay.LoggedModels;
using Assay.Registry;
using Assay.Storage;
using Assay.Tracking;

namespace Assay.Cli.Stores;

/// <summary>
/// A store on a server, as the commands use it: rows of evaluations that the server cannot take, or has no place for, are kept on this machine.
/// </summary>
internal sealed class ServerStore : IAssayStore
{
    private readonly RemoteStore _server;
    private readonly LocalRows _rows;

    private ServerStore(RemoteStore server)
    {
        _server = server;
        var folder = Path.GetDirectoryName(EmbeddedStore.DefaultPath)!;
        _rows = new LocalRows(Path.Combine(folder, server.IsAssay ? "unsent" : "rows"));
        Evaluations = server.IsAssay ? new ForwardedRows(server.Evaluations, _rows) : _rows;
    }

    public ITrackingStore Tracking => _server.Tracking;

    public IEvaluationStore Evaluations { get; }

    public IRegistryStore Registry => _server.Registry;

    public ILoggedModelStore LoggedModels => _server.LoggedModels;

    public IArtifactStore Artifacts => _server.Artifacts;

    public string Location => _server.Location;

    /// <summary>The folder on this machine that has the rows; null when the server has them.</summary>
    public string? RowsFolder => _server.IsAssay ? null : _rows.Folder;

    public static async Task<ServerStore> OpenAsync(string url, RemoteStoreOptions? options, CancellationToken cancellationToken) =>
        new(await RemoteStore.OpenAsync(url, options, cancellationToken).ConfigureAwait(false));

    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
