using Assay.Tracking;

namespace Assay.Benchmarks.Growth;

/// <summary>What pages ask of a grown store: tables of 50 runs with a few columns, counts, the keys for columns, the newest runs of all experiments.</summary>
internal static class PageAsks
{
    private const int Shown = 50;
    private const int DeepPages = 200;

    private static readonly RunFields Columns = new()
    {
        Metrics = ["metric_00", "metric_01", "metric_02"], Params = ["param_00", "param_01"], Tags = ["stage"],
    };

    public static (string What, RunQuery Query)[] Searches { get; } =
    [
        ("first page", Of("")),
        ("by a metric", Of("", "metrics.metric_01 DESC")),
        ("by a parameter", Of("", "params.param_03 ASC")),
        ("by the name", Of("", "run_name ASC")),
        ("by the start, oldest first", Of("", "start_time ASC")),
        ("metric over a bound (half)", Of("metrics.metric_00 > 0.5")),
        ("metric over a bound (1 in 1000), by another", Of("metrics.metric_00 > 0.999", "metrics.metric_01 DESC")),
        ("parameter", Of("params.param_00 = 'value 7'")),
        ("tag", Of("tags.stage = 'prod'")),
        ("name that holds a text (1 in 1000)", Of("run_name LIKE '%777%'")),
        ("status that none has", Of("status = 'FAILED'")),
        ("children of a run", Of($"tags.`mlflow.parentRunId` = '{GrownStore.RunId(1)}'")),
        ("children of a run, by a metric", Of($"tags.`mlflow.parentRunId` = '{GrownStore.RunId(1)}'", "metrics.metric_01 DESC")),
        ("newest of all experiments", Of("") with { AllExperiments = true }),
        ("newest failed of all experiments", Of("status = 'FAILED'") with { AllExperiments = true }),
    ];

    public static async Task RunAsync(ITrackingStore store)
    {
        var wide = await CrowdedStore.BuildAsync(store);
        foreach (var (what, query) in Searches)
        {
            await SearchTime.PrintAsync(what, async () => (await store.SearchRunsAsync(query)).Items.Count);
            await SearchTime.PrintAsync("  count", async () => (int)(await store.CountRunsAsync(query) ?? -1));
        }

        var ids = await ExperimentsAsync(store);
        await SearchTime.PrintAsync($"newest of {ids.Count:N0} named experiments", async () => (await store.SearchRunsAsync(Of("") with { ExperimentIds = ids })).Items.Count);
        foreach (var (what, query) in Searches.Take(2))
        {
            var deep = await DeepAsync(store, query);
            await SearchTime.PrintAsync($"{what}, page {DeepPages + 1}", async () => (await store.SearchRunsAsync(deep)).Items.Count);
        }

        await KeysAsync(store, "keys", "0");
        await KeysAsync(store, $"{CrowdedStore.Keys:N0} keys", wide);
        var table = new RunQuery { ExperimentIds = [wide], MaxResults = Shown };
        var few = table with { Fields = new RunFields { Metrics = [CrowdedStore.Key(5), CrowdedStore.Key(11_000)] } };
        await SearchTime.PrintAsync("50 runs of 12,000 metrics, two of them", async () => (await store.SearchRunsAsync(few)).Items.Sum(run => run.Metrics.Count));
        await SearchTime.PrintAsync("  by one of them", async () => (await store.SearchRunsAsync(few with { OrderBy = [$"metrics.{CrowdedStore.Key(5)}"] })).Items.Count);
        await SearchTime.PrintAsync("  with all of them", async () => (await store.SearchRunsAsync(table)).Items.Sum(run => run.Metrics.Count));
        Console.WriteLine();
    }

    private static RunQuery Of(string filter, params string[] orderBy) =>
        new() { ExperimentIds = ["0"], Filter = filter, OrderBy = orderBy, MaxResults = Shown, Fields = Columns };

    private static async Task KeysAsync(ITrackingStore store, string what, string experiment)
    {
        var query = new RunKeyQuery { ExperimentIds = [experiment] };
        await SearchTime.PrintAsync($"{what}, first page", async () => (await store.SearchRunKeysAsync(query)).Items.Count);
        await SearchTime.PrintAsync($"{what}, that hold a text", async () => (await store.SearchRunKeysAsync(query with { Contains = "C_01" })).Items.Count);
    }

    private static async Task<RunQuery> DeepAsync(ITrackingStore store, RunQuery query)
    {
        var far = await store.SearchRunsAsync(query with { MaxResults = Shown * DeepPages, Fields = new RunFields() });
        return query with { PageToken = far.NextPageToken };
    }

    private static async Task<List<string>> ExperimentsAsync(ITrackingStore store)
    {
        var page = await store.SearchExperimentsAsync(new ExperimentQuery { MaxResults = 50_000 });
        return [.. page.Items.Select(experiment => experiment.ExperimentId)];
    }
}
