using System.Net;

namespace Assay.Models;

/// <summary>The HTTP connections to a service.</summary>
internal static class ServiceConnection
{
    /// <summary>
    /// A client without a time limit of its own (the row's limit holds) that follows no redirect: another host must not be given the key.
    /// </summary>
    public static HttpClient Create() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
