using System.Collections.Concurrent;

namespace Assay.Tracking;

/// <summary>
/// Finds the keys of runs in the newest of them: for stores that keep no list of keys. A page asks for metrics, parameters and tags one after another,
/// and each is a search that brings whole runs: what one found serves the others for a while.
/// </summary>
internal sealed class RunKeyScan(TimeProvider clock)
{
    private const int Runs = 200;
    private const int MostKept = 100;

    /// <summary>How long a new key may be missing.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Scan> _scans = new(StringComparer.Ordinal);

    public async Task<Page<string>> SearchAsync(ITrackingStore store, RunKeyQuery query, CancellationToken cancellationToken)
    {
        var found = (await ScanAsync(store, query.ExperimentIds).WaitAsync(cancellationToken).ConfigureAwait(false))[(int)query.Kind];
        var keys = found
            .Where(key => query.Contains is null || key.Contains(query.Contains, StringComparison.OrdinalIgnoreCase))
            .Where(key => query.PageToken is null || string.CompareOrdinal(key, query.PageToken) > 0)
            .Take(query.MaxResults + 1).ToList();
        return keys.Count <= query.MaxResults ? new Page<string>(keys, null) : new Page<string>(keys[..^1], keys[^2]);
    }

    /// <summary>The keys in order, by their kind. Whoever asks meanwhile waits for the same search, which no one of them can cancel.</summary>
    private Task<string[][]> ScanAsync(ITrackingStore store, IReadOnlyList<string> experiments)
    {
        var name = string.Join('\n', experiments);
        if (_scans.TryGetValue(name, out var kept) && !kept.Keys.IsFaulted && clock.GetElapsedTime(kept.Begun) < Kept)
        {
            return kept.Keys;
        }

        if (_scans.Count >= MostKept) _scans.Clear();
        var scan = new Scan(clock.GetTimestamp(), ReadAsync(store, experiments));
        _scans[name] = scan;
        return scan.Keys;
    }

    private static async Task<string[][]> ReadAsync(ITrackingStore store, IReadOnlyList<string> experiments)
    {
        var query = new RunQuery { ExperimentIds = experiments, View = ViewType.All, MaxResults = Runs };
        var runs = await store.SearchRunsAsync(query, CancellationToken.None).ConfigureAwait(false);
        return [.. Enum.GetValues<RunKeyKind>().Select(kind =>
            runs.Items.SelectMany(run => KeysOf(run, kind)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray())];
    }

    private static IEnumerable<string> KeysOf(Run run, RunKeyKind kind) => kind switch
    {
        RunKeyKind.Metric => run.Metrics.Select(metric => metric.Key),
        RunKeyKind.Param => run.Params.Select(param => param.Key),
        _ => run.Tags.Select(tag => tag.Key),
    };

    private sealed record Scan(long Begun, Task<string[][]> Keys);
}
