using System.Net;
using System.Net.Security;

namespace Assay.Client.Http;

/// <summary>The HTTP connections to a server.</summary>
internal static class Connections
{
    /// <summary>A client without a time limit of its own that follows no redirect: another host must not be given the key.</summary>
    public static HttpClient Open(ServiceAddress address, RemoteStoreOptions options)
    {
        var http = options.Handler is { } given ? new HttpClient(given, disposeHandler: false) : new HttpClient(Handler(options));
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.BaseAddress = address.Root;
        http.DefaultRequestHeaders.Authorization = (options.Credentials ?? address.Credentials ?? Credentials.FromEnvironment())?.Header;
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        http.DefaultRequestHeaders.Accept.ParseAdd("*/*");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("assay-client");
        return http;
    }

    private static SocketsHttpHandler Handler(RemoteStoreOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            UseCookies = false,
        };
        if (options.InsecureTls)
        {
            handler.SslOptions = new SslClientAuthenticationOptions
            {
#pragma warning disable CA5359 // Asked for by the user, by name.
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
            };
        }

        return handler;
    }
}
