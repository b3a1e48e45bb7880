using System.Net;
using Assay.Storage.Access;

namespace Assay.Server.Access;

/// <summary>Refuses to start a server that would be open to the network without anyone having said so, or closed to everyone.</summary>
internal static class AccessRequirements
{
    public static async Task CheckAsync(string host, AccessOptions options, AccessStore? store, CancellationToken cancellationToken)
    {
        if (options.Authentication == AuthenticationMode.Off || (options.Authentication == AuthenticationMode.Auto && IsLoopback(host)))
        {
            return;
        }

        if (store is null || !(await store.ReadStateAsync(cancellationToken).ConfigureAwait(false)).HasUsers)
        {
            throw new BadInputException(options.Authentication == AuthenticationMode.On
                ? "--auth on: the store has no user, so that nobody could sign in; add one with 'assay users add NAME' and the same --store"
                : $"--host {host}: others than this machine's users could reach the server, and the store has no user; "
                    + "add one with 'assay users add NAME' and the same --store, or give --no-auth to let everyone do everything");
        }
    }

    /// <summary>Whether only this machine can reach an address to listen on. A name that is not certain to be the loopback's is none.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
