namespace Assay.Tracking;

/// <summary>Finds the keys of runs in the newest of them: for stores that keep no list of keys.</summary>
internal static class RunKeyScan
{
    private const int Runs = 200;

    public static async Task<Page<string>> SearchAsync(ITrackingStore store, RunKeyQuery query, CancellationToken cancellationToken)
    {
        var runs = await store.SearchRunsAsync(
            new RunQuery { ExperimentIds = query.ExperimentIds, View = ViewType.All, MaxResults = Runs }, cancellationToken).ConfigureAwait(false);
        var keys = runs.Items.SelectMany(run => KeysOf(run, query.Kind)).Distinct(StringComparer.Ordinal)
            .Where(key => query.Contains is null || key.Contains(query.Contains, StringComparison.OrdinalIgnoreCase))
            .Where(key => query.PageToken is null || string.CompareOrdinal(key, query.PageToken) > 0)
            .Order(StringComparer.Ordinal).Take(query.MaxResults + 1).ToList();
        return keys.Count <= query.MaxResults ? new Page<string>(keys, null) : new Page<string>(keys[..^1], keys[^2]);
    }

    private static IEnumerable<string> KeysOf(Run run, RunKeyKind kind) => kind switch
    {
        RunKeyKind.Metric => run.Metrics.Select(metric => metric.Key),
        RunKeyKind.Param => run.Params.Select(param => param.Key),
        _ => run.Tags.Select(tag => tag.Key),
    };
}
