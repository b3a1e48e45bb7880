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

    public static async Task RunAsync(string address, int runs, int points)
    {
        await using var store = await StoreAddress.Parse(address).OpenAsync();
        await GrownStore.BuildAsync(store.Tracking, runs, points);
        var isFile = File.Exists(address);
        Console.WriteLine(isFile
            ? string.Create(CultureInfo.InvariantCulture, $"{address}: {new FileInfo(address).Length / 1e6:N0} MB, {EmbeddedStore.Engine}")
            : store.Location);
        foreach (var (what, query) in Searches)
        {
            await SearchTime.PrintAsync(what, async () => (await store.Tracking.SearchRunsAsync(query)).Items.Count);
        }

        await SearchTime.PrintAsync("the tenth page of the second", async () => await PagesAsync(store.Tracking, Searches[1].Query, 10), pages: 10);
        await SearchTime.PrintAsync("runs/get", async () => (await store.Tracking.GetRunAsync(GrownStore.RunId(runs / 2))).Metrics.Count);
        Console.WriteLine();
        await PageAsks.RunAsync(store.Tracking);
        foreach (var (what, query) in isFile ? Searches.Concat(PageAsks.Searches) : [])
        {
            Explain(address, what, query);
        }
    }

    private static RunQuery Of(string filter, params string[] orderBy) =>
        new() { ExperimentIds = ["0"], Filter = filter, OrderBy = orderBy, MaxResults = 100 };

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
