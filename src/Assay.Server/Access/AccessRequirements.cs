using Assay.Storage.Access;

namespace Assay.Server.Access;

/// <summary>Refuses to start a server that would be open to the network without anyone having said so, or closed to everyone.</summary>
internal static class AccessRequirements
{
    public static async Task CheckAsync(ServerOptions server, AccessStore? store, CancellationToken cancellationToken)
    {
        var mode = server.Access.Authentication;
        if (mode == AuthenticationMode.Off || (mode == AuthenticationMode.Auto && server.IsLoopback))
        {
            return;
        }

        if (store is null || !(await store.ReadStateAsync(cancellationToken).ConfigureAwait(false)).HasUsers)
        {
            throw new BadInputException(mode == AuthenticationMode.On
                ? "--auth on: the store has no user, so that nobody could sign in; add one with 'assay users add NAME' and the same --store"
                : $"--host {server.Host}: others than this machine's users could reach the server, and the store has no user; "
                    + "add one with 'assay users add NAME' and the same --store, or give --no-auth to let everyone do everything");
        }
    }
}
