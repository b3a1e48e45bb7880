using System.Diagnostics;
using System.Globalization;
using Assay.Tracking;

namespace Assay.Benchmarks.Growth;

/// <summary>Runs that logged one metric very often, in batches of 1,000, each in the order of its steps.</summary>
internal static class LongRuns
{
    private const int Batch = 1000;
    private const int Others = 4;
    private const int InFlight = 8;

    /// <summary>The ids of the runs, the longest first; they are filled when they are not there.</summary>
    public static async Task<IReadOnlyList<string>> BuildAsync(ITrackingStore store, int points)
    {
        List<string> runs = [.. Enumerable.Range(1, Others + 1).Select(number => number.ToString("x32", CultureInfo.InvariantCulture))];
        if ((await store.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"], Filter = $"run_id = '{runs[0]}'" })).Items.Count > 0)
        {
            return runs;
        }

        var started = Stopwatch.GetTimestamp();
        foreach (var (run, i) in runs.Select((run, i) => (run, i)))
        {
            await store.CreateRunAsync(new NewRun("0", $"long {i}") { RunId = run });
            await FillAsync(store, run, i == 0 ? points : points / 10);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wrote the runs in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s"));
        return runs;
    }

    /// <summary>Several batches are under way, in their order, as a client that does not wait for each sends them.</summary>
    private static async Task FillAsync(ITrackingStore store, string run, int points)
    {
        var waiting = new Queue<Task>();
        for (var first = 0; first < points; first += Batch)
        {
            if (waiting.Count == InFlight)
            {
                await waiting.Dequeue();
            }

            var metrics = Enumerable.Range(first, Batch).Select(step => new Metric("loss", Value(step), 1_700_000_000_000 + (step * 20L), step));
            waiting.Enqueue(store.LogBatchAsync(run, new RunBatch { Metrics = [.. metrics] }));
        }

        await Task.WhenAll(waiting);
    }

    // A falling curve with rare peaks.
    private static double Value(int step) => (10 / Math.Sqrt(step + 1.0)) + (step % 99_991 == 0 ? 5 : step * 7919L % 1000 / 1e5);
}
