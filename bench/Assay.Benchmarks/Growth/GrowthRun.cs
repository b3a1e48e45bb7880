using System.Diagnostics;
using System.Globalization;
using Assay.Storage;
using Assay.Storage.Search;
using Assay.Storage.Sqlite;
using Assay.Storage.Tracking;
using Assay.Tracking;

namespace Assay.Benchmarks.Growth;

/// <summary>Searches in a grown store: the median of several, and how SQLite goes about them.</summary>
internal static class GrowthRun
{
    private const int Repeats = 9;
    private const string Page = "100 results";

    private static readonly (string What, RunQuery Query)[] Searches =
    [
        ("newest, " + Page, Of("")),
        ("filter on a metric (half), by another", Of("metrics.metric_00 > 0.5", "metrics.metric_01 DESC")),
        ("filter on a metric (1 in 1000), by another", Of("metrics.metric_00 > 0.999", "metrics.metric_01 DESC")),
        ("filter on a metric (all), by another", Of("metrics.metric_00 >= 0", "metrics.metric_01 ASC")),
        ("filter on an unknown metric, by another", Of("metrics.unknown > 0.5", "metrics.metric_01 DESC")),
        ("filter on a metric (half), newest", Of("metrics.metric_00 > 0.5")),
        ("filter on a metric (1 in 1000), newest", Of("metrics.metric_00 > 0.999")),
        ("filter on two metrics and a parameter", Of("metrics.metric_00 > 0.5 AND metrics.metric_02 < 0.5 AND params.param_00 = 'value 7'", "metrics.metric_01 DESC")),
        ("filter on a parameter, newest", Of("params.param_00 = 'value 7'")),
        ("filter on a parameter that none has, newest", Of("params.param_00 = 'none'")),
        ("filter on a parameter by pattern, by a metric", Of("params.param_00 LIKE '%7%'", "metrics.metric_01 DESC")),
        ("filter on a tag, by a parameter", Of("tags.stage = 'prod'", "params.param_03 ASC")),
        ("by a metric that none has", Of("", "metrics.unknown DESC")),
        ("by the end", Of("status = 'FINISHED'", "end_time ASC")),
        ("run_id LIKE", Of("run_id LIKE '0000000000000000000000000001f%'")),
    ];

    public static async Task RunAsync(string path, int runs, int points)
    {
        await using var store = await EmbeddedStore.OpenAsync(path);
        await GrownStore.BuildAsync(store.Tracking, runs, points);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {new FileInfo(path).Length / 1e6:N0} MB, {EmbeddedStore.Engine}"));
        foreach (var (what, query) in Searches)
        {
            await MeasureAsync(what, async () => (await store.Tracking.SearchRunsAsync(query)).Items.Count);
        }

        await MeasureAsync("the tenth page of the second", async () => await PagesAsync(store.Tracking, Searches[1].Query, 10), pages: 10);
        await MeasureAsync("runs/get", async () => (await store.Tracking.GetRunAsync(GrownStore.RunId(runs / 2))).Metrics.Count);
        Console.WriteLine();
        foreach (var (what, query) in Searches)
        {
            Explain(path, what, query);
        }
    }

    private static RunQuery Of(string filter, params string[] orderBy) =>
        new() { ExperimentIds = ["0"], Filter = filter, OrderBy = orderBy, MaxResults = 100 };

    private static async Task MeasureAsync(string what, Func<Task<int>> search, int pages = 1)
    {
        var found = await search();
        var (times, busy) = (new List<double>(), new List<double>());
        for (var i = 0; i < Repeats; i++)
        {
            var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await search();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds / pages);
            busy.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds / pages);
        }

        times.Sort();
        busy.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-50} {times[Repeats / 2],8:F2} ms  (worst {times[^1]:F2}, processor {busy[Repeats / 2]:F1}), {found} found"));
    }

    private static async Task<int> PagesAsync(ITrackingStore store, RunQuery query, int pages)
    {
        var found = 0;
        for (var i = 0; i < pages; i++)
        {
            var page = await store.SearchRunsAsync(query);
            found += page.Items.Count;
            query = query with { PageToken = page.NextPageToken };
        }

        return found;
    }

    private static void Explain(string path, string what, RunQuery query)
    {
        using var connection = SqliteConnection.Open(path, TimeSpan.FromSeconds(1));
        SqliteFile.PrepareReader(connection);
        var (sql, arguments, _) = SearchSql.Compile(RunSearch.Of(query), SqliteDialect.Instance);
        using var plan = new SqliteStatement(connection, "EXPLAIN QUERY PLAN " + sql);
        plan.Bind(arguments);
        Console.WriteLine($"{what}\n  {sql}");
        while (plan.Step())
        {
            Console.WriteLine($"    {plan.Text(3)}");
        }
    }
}
