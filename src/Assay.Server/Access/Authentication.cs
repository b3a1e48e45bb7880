using System.Net;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Access;

/// <summary>Says who makes a request, by the mode that the server runs in.</summary>
internal sealed class Authentication(AuthenticationMode mode, AccessWatch? watch, SignIn? signIn)
{
    private volatile bool _isOn = mode == AuthenticationMode.On;

    /// <summary>The caller; null when nobody or somebody unknown makes the request.</summary>
    public async ValueTask<Caller?> FindCallerAsync(HttpContext context)
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

        return Credentials.Of(context.Request) is { } credentials
            ? await signIn.FindAsync(credentials, Address(context), state.Revision, context.RequestAborted).ConfigureAwait(false)
            : null;
    }

    private static IPAddress? Address(HttpContext context) => context.Connection.RemoteIpAddress;
}
