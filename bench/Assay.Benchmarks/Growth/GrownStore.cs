using System.Diagnostics;
using System.Globalization;
using Assay.Tracking;

namespace Assay.Benchmarks.Growth;

/// <summary>A store as it is after years: many runs with 20 parameters and 20 metrics each, and one run with as many points as asked for.</summary>
internal static class GrownStore
{
    private const int Writers = 64;
    private const int PointsAtOnce = 1000;
    private const string LongRun = "ffffffffffffffffffffffffffffffff";

    public static string RunId(int number) => number.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>Adds what is missing, through the contract that programs write through.</summary>
    public static async Task BuildAsync(ITrackingStore store, int runs, int points)
    {
        var there = await CountAsync(store);
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(there, Math.Max(0, runs - there)), new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (number, cancel) => await WriteAsync(store, number, cancel));
        Report("runs", runs - there, started);
        if (points > 0)
        {
            started = Stopwatch.GetTimestamp();
            await WritePointsAsync(store, points);
            Report("points", points, started);
        }
    }

    private static async Task WriteAsync(ITrackingStore store, int number, CancellationToken cancel)
    {
        var random = new Random(number);
        await store.CreateRunAsync(new NewRun("0", $"run-{number}", "bench", 1_700_000_000_000 + (number * 1000L)) { RunId = RunId(number) }, cancel);
        var keys = Enumerable.Range(0, 20).ToList();
        await store.LogBatchAsync(
            RunId(number),
            new RunBatch
            {
                Params = [.. keys.Select(key => new Param($"param_{key:00}", $"value {random.Next(1000)}"))],
                Metrics = [.. keys.Select(key => new Metric($"metric_{key:00}", random.NextDouble(), 1_700_000_000_000 + number))],
                Tags = [new Tag("stage", number % 10 == 0 ? "prod" : "dev")],
            },
            cancel);
        await store.UpdateRunAsync(RunId(number), new RunUpdate(RunStatus.Finished, 1_700_000_000_000 + (number * 1000L) + 500), cancel);
    }

    private static async Task WritePointsAsync(ITrackingStore store, int points)
    {
        if ((await store.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"], Filter = $"run_id = '{LongRun}'" })).Items.Count > 0)
        {
            return; // it is long already
        }

        var run = await store.CreateRunAsync(new NewRun("0", "long") { RunId = LongRun });
        await Parallel.ForEachAsync(
            Enumerable.Range(0, points / PointsAtOnce), new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (batch, cancel) => await store.LogBatchAsync(
                run.RunId,
                new RunBatch { Metrics = [.. Enumerable.Range(batch * PointsAtOnce, PointsAtOnce).Select(step => new Metric("loss", 1.0 / (step + 1), step, step))] },
                cancel));
    }

    /// <summary>How many runs are there: they are numbered, and written nearly in order.</summary>
    private static async Task<int> CountAsync(ITrackingStore store)
    {
        var newest = await store.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"], Filter = "run_name LIKE 'run-%'", MaxResults = 1 });
        return newest.Items is [var run] ? int.Parse(run.RunName.AsSpan(4), CultureInfo.InvariantCulture) + 1 : 0;
    }

    private static void Report(string what, int count, long started)
    {
        if (count > 0)
        {
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wrote {count:N0} {what} in {seconds:F1} s: {count / seconds:N0} a second"));
        }
    }
}
