using System.Globalization;
using Assay.Storage;
using Assay.Tracking;

namespace Assay.Benchmarks.Growth;

/// <summary>
/// What charts and tables of rows ask of a store: <c>charts ADDRESS [POINTS [ROWS]]</c>, where the address is a file or <c>postgresql://…</c>. Fills it
/// when it is empty: a run with so many points and four with a tenth of them, and an evaluation of so many rows.
/// </summary>
internal static class ChartRun
{
    public static async Task RunAsync(string address, int points, int rows)
    {
        await using var store = await StoreAddress.Parse(address).OpenAsync();
        var runs = await LongRuns.BuildAsync(store.Tracking, points);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store.Location}: {points:N0} points"));
        foreach (var (what, query) in Charts(runs, points))
        {
            await QueryTimer.PrintAsync(what, async () => (await store.Tracking.GetMetricEnvelopesAsync(query)).Sum(run => run.Columns.Count));
        }

        var evaluation = await LongEvaluation.BuildAsync(store, rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows"));
        foreach (var (what, query) in LongEvaluation.Searches(evaluation))
        {
            await QueryTimer.PrintAsync(what, async () => (await store.Evaluations.ReadAsync(query)).Items.Count);
            await QueryTimer.PrintAsync("  the page after it", await NextAsync(store, query));
            await QueryTimer.PrintAsync("  counted", async () => (int)(await store.Evaluations.CountMatchesAsync(query) ?? 0));
        }
    }

    private static IEnumerable<(string What, MetricEnvelopeQuery Query)> Charts(IReadOnlyList<string> runs, int points)
    {
        var whole = new MetricEnvelopeQuery { RunIds = [runs[0]], Key = "loss", Columns = 1000 };
        yield return ("all points, 1,000 columns", whole);
        yield return ("all points, 4,000 columns", whole with { Columns = 4000 });
        yield return ("all points, by time", whole with { Axis = MetricAxis.Time });
        yield return ("a tenth of them", whole with { From = points / 2, To = points / 2 + (points / 10) });
        yield return ("2,000 of them", whole with { From = points / 2, To = points / 2 + 2000 });
        yield return ("five runs", whole with { RunIds = runs });
        yield return ("five runs, a tenth of the steps", whole with { RunIds = runs, From = 0, To = points / 10 });
    }

    private static async Task<Func<Task<int>>> NextAsync(SqlStore store, Evaluations.EvaluationRowQuery query)
    {
        var next = query with { PageToken = (await store.Evaluations.ReadAsync(query)).NextPageToken };
        return async () => next.PageToken is null ? 0 : (await store.Evaluations.ReadAsync(next)).Items.Count;
    }
}
