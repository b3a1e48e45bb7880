using Assay.Artifacts;
using Assay.Client.Artifacts;
using Assay.Client.Evaluations;
using Assay.Client.Http;
using Assay.Client.LoggedModels;
using Assay.Client.Registry;
using Assay.Client.Tracking;
using Assay.Evaluations;
using Assay.LoggedModels;
using Assay.Registry;
using Assay.Tracking;

namespace Assay.Client;

/// <summary>
/// A store on a server: Assay's, or any that speaks MLflow's REST protocol. Calls that failed and may succeed later (429, 5xx, a broken
/// connection) are repeated, with the same effect once. What the server refuses is an <see cref="AssayException"/> with its code and words; a
/// server that cannot be reached is one with <see cref="ErrorCode.TemporarilyUnavailable"/>. Safe for concurrent use.
/// </summary>
public sealed class RemoteStore : IAssayStore
{
    private readonly ServiceClient _client;

    private RemoteStore(ServiceClient client, ServerKind kind, RemoteStoreOptions options)
    {
        _client = client;
        IsAssay = kind == ServerKind.Assay;
        Tracking = new RemoteTrackingStore(client, kind);
        Evaluations = IsAssay ? new RemoteEvaluationStore(client) : options.LocalRows ?? new NoRows(client.Address);
        Registry = new RemoteRegistryStore(client);
        LoggedModels = new RemoteLoggedModelStore(client, kind);
        Artifacts = new RemoteArtifactStore(client, kind);
    }

    /// <summary>Whether the server is Assay, and so keeps the rows of evaluations and makes runs of given ids.</summary>
    public bool IsAssay { get; }

    /// <inheritdoc/>
    public ITrackingStore Tracking { get; }

    /// <summary>
    /// The rows of evaluations: on an Assay server; for another one, in <see cref="RemoteStoreOptions.LocalRows"/>, or refused with
    /// <see cref="ErrorCode.NotImplemented"/>.
    /// </summary>
    public IEvaluationStore Evaluations { get; }

    /// <inheritdoc/>
    public IRegistryStore Registry { get; }

    /// <inheritdoc/>
    public ILoggedModelStore LoggedModels { get; }

    /// <inheritdoc/>
    public IArtifactStore Artifacts { get; }

    /// <summary>The server's URL, without user and password.</summary>
    public string Location => _client.Address.ToString();

    /// <summary>Finds the server and what it is.</summary>
    /// <param name="url">The server's URL: <c>http://127.0.0.1:5000</c>, with a path where it is not at the root. A user and a password in it
    /// are taken as HTTP basic credentials.</param>
    /// <param name="options">How it is called; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BadInputException">It is no URL of a server.</exception>
    /// <exception cref="AssayException">Nobody answers there, or the caller is not known.</exception>
    public static async Task<RemoteStore> OpenAsync(
        string url, RemoteStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new RemoteStoreOptions();
        var client = new ServiceClient(ServiceAddress.Parse(url), options);
        try
        {
            return new(client, await ServerProbe.AskAsync(client, options, cancellationToken).ConfigureAwait(false), options);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="OpenAsync(string, RemoteStoreOptions?, CancellationToken)"/>
    public static Task<RemoteStore> OpenAsync(Uri url, RemoteStoreOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenAsync(url.OriginalString, options, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
