using System.Net;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Access;

/// <summary>Says who makes a request, by the mode that the server runs in.</summary>
internal sealed class Authentication(AuthenticationMode mode, AccessWatch? watch, SignIn? signIn)
{
    private volatile bool _isOn = mode == AuthenticationMode.On;

    /// <summary>The caller; null when nobody or somebody unknown makes the request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="session">What to go by where the request has no header for it: only pages know sessions.</param>
    public async ValueTask<Caller?> FindCallerAsync(HttpContext context, Credentials? session = null)
    {
        if (mode == AuthenticationMode.Off || watch is null || signIn is null)
        {
            return Caller.Anyone;
        }

        var state = await watch.CurrentAsync().ConfigureAwait(false);
        if (!_isOn && !(_isOn = state.HasUsers))
        {
            return Caller.Anyone;
        }

        return (context.Request.Headers.Authorization.Count > 0 ? Credentials.Of(context.Request) : session) is { } credentials
            ? await signIn.FindAsync(credentials, Address(context), state.Revision, context.RequestAborted).ConfigureAwait(false)
            : null;
    }

    private static IPAddress? Address(HttpContext context) => context.Connection.RemoteIpAddress;
}
