namespace Assay.Client;

/// <summary>
/// Where a program begins: <c>await using var client = await AssayClient.ConnectAsync();</c>
/// </summary>
public static class AssayClient
{
    private const string Variable = "MLFLOW_TRACKING_URI";

    /// <summary>Connects to a tracking server, Assay's or MLflow's.</summary>
    /// <param name="url">Its URL, such as <c>http://127.0.0.1:5000</c>; null for <c>MLFLOW_TRACKING_URI</c>.</param>
    /// <param name="options">How it is called; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The client; it closes the connections when it is disposed.</returns>
    /// <exception cref="BadInputException">No URL is given, or it is none of a server.</exception>
    /// <exception cref="AssayException">Nobody answers there, or the caller is not known.</exception>
    public static async Task<TrackingClient> ConnectAsync(
        string? url = null, RemoteStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new RemoteStoreOptions();
        var store = await RemoteStore.OpenAsync(url ?? FromEnvironment(), options, cancellationToken).ConfigureAwait(false);
        return new TrackingClient(store, new TrackingClientOptions { OwnsStore = true, TimeProvider = options.TimeProvider });
    }

    private static string FromEnvironment() => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => throw new BadInputException($"No tracking server is named: give its URL, or set {Variable}"),
        var uri when uri.StartsWith("http://", StringComparison.Ordinal) || uri.StartsWith("https://", StringComparison.Ordinal) => uri,
        _ => throw new BadInputException(
            $"{Variable} names no server: give the URL of one, or open the file with EmbeddedStore of the package Assay.Storage and make a TrackingClient over it"),
    };
}
