using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assay.Tracking;
using Assay.Web.Evaluations;

namespace Assay.Web.Home;

/// <summary>
/// Reads what is new in a bounded number of questions, however much the store holds: the newest runs without what they logged, those that are under
/// way, and the summaries of the newest evaluations.
/// </summary>
internal static class NewsReader
{
    private const int LookedAt = 50;
    private const int ShownRuns = 15;
    private const int ShownRunning = 10;
    private const int ReadSummaries = 10;
    private const int MetricKeys = 25;
    private const int CallsAtOnce = 8;

    public static async Task<News> ReadAsync(IAssayStore store, CancellationToken cancellationToken)
    {
        var (recent, running) = await NewestAsync(store.Tracking, cancellationToken).ConfigureAwait(false);
        var names = await ReadNamesAsync(store.Tracking, recent.Concat(running.Take(ShownRunning)), cancellationToken).ConfigureAwait(false);
        var newest = await WithMetricsAsync(store.Tracking, recent, cancellationToken).ConfigureAwait(false);
        var evaluations = newest.Where(run => run.EndTime is not null && RunSummary.IsExpected(run)).Take(ReadSummaries).ToList();
        var summaries = (await Task.WhenAll(evaluations.Select(run => RunSummary.TryReadAsync(store, run, cancellationToken))).ConfigureAwait(false))
            .Zip(evaluations, (summary, run) => (run.RunId, Summary: summary)).ToDictionary(read => read.RunId, read => read.Summary);
        var runs = newest.Select(run => new RecentRun(
            run, names.GetValueOrDefault(run.ExperimentId, ""), summaries.GetValueOrDefault(run.RunId), run.Metrics.Count > 0 ? run.Metrics[0] : null)).ToList();
        var listed = running.Take(ShownRunning).Select(run => run.RunId).ToHashSet();
        return new News
        {
            Runs = [.. runs.Where(run => listed.Add(run.Run.RunId)).Take(ShownRuns)],
            Running = [.. running.Take(ShownRunning).Select(run => new RecentRun(run, names.GetValueOrDefault(run.ExperimentId, ""), null, null))],
            IsMoreRunning = running.Count > ShownRunning,
            Troubled = [.. runs.Where(run => run.IsTroubled)],
            Evaluations = summaries.Values.Count(summary => summary is not null),
            Version = VersionOf(recent.Concat(running)),
        };
    }

    /// <summary>The version alone, asked for every two seconds while a page is open: of the newest runs and of those that are under way.</summary>
    public static async Task<string> ReadVersionAsync(IAssayStore store, CancellationToken cancellationToken)
    {
        var (recent, running) = await NewestAsync(store.Tracking, cancellationToken).ConfigureAwait(false);
        return VersionOf(recent.Concat(running));
    }

    private static async Task<(IReadOnlyList<Run> Recent, IReadOnlyList<Run> Running)> NewestAsync(ITrackingStore store, CancellationToken cancellationToken)
    {
        var recent = store.SearchRunsAsync(NewestQuery(LookedAt), cancellationToken);
        var running = store.SearchRunsAsync(NewestQuery(ShownRunning + 1) with { Filter = "attributes.status = 'RUNNING'" }, cancellationToken);
        await Task.WhenAll(recent, running).ConfigureAwait(false);
        return ((await recent.ConfigureAwait(false)).Items, (await running.ConfigureAwait(false)).Items);
    }

    // A store may be another server: a call for each, some at once.
    private static async Task<IReadOnlyDictionary<string, string>> ReadNamesAsync(ITrackingStore store, IEnumerable<Run> runs, CancellationToken cancellationToken)
    {
        var names = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            runs.Select(run => run.ExperimentId).Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken },
            async (id, cancel) => names[id] = (await store.GetExperimentAsync(id, cancel).ConfigureAwait(false)).Name).ConfigureAwait(false);
        return names;
    }

    /// <summary>
    /// The newest of them with a metric each. A run that is no evaluation has no main metric: the first of a few keys must do, as runs may have
    /// thousands. A store that brings all of a run whatever is asked for need not be asked again.
    /// </summary>
    private static async Task<IReadOnlyList<Run>> WithMetricsAsync(ITrackingStore store, IReadOnlyList<Run> recent, CancellationToken cancellationToken)
    {
        if (recent.Any(run => run.Metrics.Count > 0))
        {
            return recent;
        }

        var keys = await store.SearchRunKeysAsync(
            new RunKeyQuery
            {
                ExperimentIds = [.. recent.Select(run => run.ExperimentId).Distinct()], Kind = RunKeyKind.Metric, MaxResults = MetricKeys,
            },
            cancellationToken).ConfigureAwait(false);
        var query = NewestQuery(LookedAt) with { Fields = new RunFields { Metrics = keys.Items, Tags = [RunSummary.Tag] } };
        return (await store.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false)).Items;
    }

    private static RunQuery NewestQuery(int runs) => new() { ExperimentIds = [], AllExperiments = true, MaxResults = runs, Fields = new RunFields() };

    private static string VersionOf(IEnumerable<Run> runs)
    {
        var text = string.Join(' ', runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.RunId}{run.RunName}{(int)run.Status}{run.EndTime}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
