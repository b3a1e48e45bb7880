using System.Net;

namespace Assay.Server.Access;

/// <summary>Who may use a server.</summary>
public sealed record AccessOptions
{
    /// <summary>Whether callers must say who they are.</summary>
    public AuthenticationMode Authentication { get; init; } = AuthenticationMode.Auto;

    /// <summary>
    /// The reverse proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; from others they are ignored. Failed
    /// sign-ins are counted by the address that is found so.
    /// </summary>
    public IReadOnlyList<IPAddress> TrustedProxies { get; init; } = [];
}
