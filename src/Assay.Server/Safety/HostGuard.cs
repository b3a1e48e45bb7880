using System.Net;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Safety;

/// <summary>
/// Which names a request may call this server by. A page of another site can make a browser ask for a name of that site's own, which it lets
/// point here; it cannot do so with an address or with a name that it does not own.
/// </summary>
internal sealed class HostGuard
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "localhost" };
    private readonly bool _any;

    public HostGuard(ServerOptions options)
    {
        _names.Add(options.Host);
        foreach (var name in options.AllowedHosts)
        {
            _any |= name == "*";
            _names.Add(name);
        }
    }

    /// <summary>Whether the Host header is one of ours.</summary>
    public bool AllowsHost(HostString host) => _any || !host.HasValue || IsOurs(host.Host) || _names.Contains(host.Value);

    /// <summary>Whether a page of that origin may send requests that change something.</summary>
    public bool AllowsOrigin(string origin, HostString host)
    {
        if (_any)
        {
            return true;
        }

        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri))
        {
            return false;
        }

        return string.Equals(uri.Authority, host.Value, StringComparison.OrdinalIgnoreCase)
            || uri.IsLoopback || _names.Contains(uri.Host) || _names.Contains(uri.Authority);
    }

    private bool IsOurs(string name) => _names.Contains(name) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(name.AsSpan().Trim("[]"), out _);
}
