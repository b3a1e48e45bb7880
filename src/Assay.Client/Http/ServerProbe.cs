namespace Assay.Client.Http;

/// <summary>Asks a server what it is: Assay says its version in a header of <c>/version</c>.</summary>
internal static class ServerProbe
{
    private const string VersionHeader = "X-Assay-Version";

    // Someone waits who may have mistyped the URL.
    private const int MostRetries = 2;

    public static async Task<ServerKind> AskAsync(ServiceClient client, RemoteStoreOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var isAssay = await client.WithRetries(Math.Min(MostRetries, options.MaxRetries)).CallAsync(
                _ => new HttpRequestMessage(HttpMethod.Get, "version"),
                (response, _) =>
                {
                    using (response)
                    {
                        return Task.FromResult<object>(response.Headers.Contains(VersionHeader));
                    }
                },
                null, cancellationToken).ConfigureAwait(false);
            return isAssay is true ? ServerKind.Assay : ServerKind.Mlflow;
        }
        catch (AssayException old) when (old.Code is ErrorCode.ResourceDoesNotExist or ErrorCode.NotImplemented)
        {
            // MLflow before 1.0, or one behind a proxy that lets only its API through.
            return ServerKind.Mlflow;
        }
    }
}
