using Assay.Storage.Access;

namespace Assay.Server.Access;

/// <summary>
/// Knows within a second what another process, a command line or a server beside this one, has changed of users and tokens. When the store
/// cannot be asked the request fails: nobody is let in on old knowledge.
/// </summary>
internal sealed class AccessWatch(AccessStore store, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private Task<AccessState>? _state;
    private long _asked;

    public Task<AccessState> CurrentAsync()
    {
        lock (_gate)
        {
            if (_state is null or { IsCompleted: true, IsCompletedSuccessfully: false } || (_state.IsCompleted && clock.GetElapsedTime(_asked) >= Fresh))
            {
                _asked = clock.GetTimestamp();
                _state = store.ReadStateAsync(CancellationToken.None);
            }

            return _state;
        }
    }
}
