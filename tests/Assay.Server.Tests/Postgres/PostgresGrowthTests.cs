using Assay.Storage;
using Assay.Tests;
using Assay.Tracking;

namespace Assay.Server.Tests.Postgres;

/// <summary>A server plans statements by what it knew of a table when it last looked it through. Tables grow meanwhile.</summary>
public sealed class PostgresGrowthTests
{
    private const int Points = 200_000;
    private const int Batch = 1000;

    [Fact]
    public async Task A_chart_of_a_history_that_the_server_has_not_looked_through_reads_the_points_at_the_edges_of_columns_alone()
    {
        await using var place = new PostgresPlace();
        await using var store = await place.OpenAsync(new PostgresStoreOptions { StatementTimeout = TimeSpan.FromSeconds(5) });
        await place.RunSqlAsync("ALTER TABLE metric_points SET (autovacuum_enabled = false)");
        var run = await store.Tracking.CreateRunAsync(new NewRun("0", "long"));
        await LogAsync(store, run.RunId, "known", 0);
        await place.RunSqlAsync("ANALYZE metric_points");
        for (var first = 0; first < Points; first += Batch)
        {
            await LogAsync(store, run.RunId, "grown", first);
        }

        // Each edge held against each point would be 200 million comparisons.
        var charts = await store.Tracking.GetMetricEnvelopesAsync(new MetricEnvelopeQuery { RunIds = [run.RunId], Key = "grown", Columns = 1000 });

        var columns = charts.ShouldHaveSingleItem().Columns;
        columns.Sum(column => column.Count).ShouldBe(Points);
        columns.Count.ShouldBe(1000);
    }

    private static Task LogAsync(SqlStore store, string run, string key, int first) => store.Tracking.LogBatchAsync(
        run, new RunBatch { Metrics = [.. Enumerable.Range(first, Batch).Select(step => new Metric(key, step, 1_700_000_000_000 + step, step))] });
}
