using System.Collections.Concurrent;

namespace Assay.Server.Access;

/// <summary>
/// Remembers who signed in for a few minutes: checking a password costs a tenth of a second, and programs send it with every request. What was
/// remembered under another revision of users and tokens does not count any more.
/// </summary>
internal sealed class SignInCache(TimeProvider clock)
{
    private const int Most = 4096;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<CredentialKey, Entry> _entries = [];

    public Caller? Find(CredentialKey key, long revision) =>
        _entries.TryGetValue(key, out var entry) && entry.Revision == revision && entry.Until > clock.GetUtcNow() ? entry.Caller : null;

    /// <param name="key">The credentials.</param>
    /// <param name="caller">Whose they are.</param>
    /// <param name="revision">The revision that was current before they were checked.</param>
    /// <param name="expires">When the credentials themselves end; null for never.</param>
    public void Add(CredentialKey key, Caller caller, long revision, DateTimeOffset? expires)
    {
        if (_entries.Count >= Most)
        {
            MakeRoom(revision);
        }

        var until = clock.GetUtcNow() + Kept;
        _entries[key] = new(caller, revision, expires < until ? expires.Value : until);
    }

    private void MakeRoom(long revision)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, entry) in _entries)
        {
            if (entry.Revision != revision || entry.Until <= now)
            {
                _entries.TryRemove(key, out _);
            }
        }

        // That many at once are rare, and asking again costs time only.
        if (_entries.Count >= Most)
        {
            _entries.Clear();
        }
    }

    private sealed record Entry(Caller Caller, long Revision, DateTimeOffset Until);
}
