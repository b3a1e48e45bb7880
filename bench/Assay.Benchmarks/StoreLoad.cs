using System.Diagnostics;
using System.Globalization;
using Assay.Storage;
using Assay.Tracking;

namespace Assay.Benchmarks;

/// <summary>
/// What a store itself does, without HTTP: <c>store ADDRESS [SECONDS]</c>, where the address is a file or <c>postgresql://…</c>. Prints durable commits a second by
/// how many write at once, and metric points a second in large batches, each with this process's own work, which says more on a busy machine.
/// </summary>
internal static class StoreLoad
{
    private const int BatchSize = 1000;

    public static async Task RunAsync(string address, double seconds)
    {
        await using var store = await StoreAddress.Parse(address).OpenAsync();
        Console.WriteLine(store.Location);
        foreach (var writers in (int[])[1, 8, 64])
        {
            var runs = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => NewRunAsync(store)));
            Print("commits/s, each writer its run", writers, await RateAsync(writers, 1, seconds, (writer, i) => LogAsync(store, runs[writer], "m", i)));
            Print("commits/s, one run", writers, await RateAsync(writers, 1, seconds, (writer, i) => LogAsync(store, runs[0], $"m{writer}", i)));
        }

        var run = await NewRunAsync(store);
        foreach (var writers in (int[])[1, 8])
        {
            Print("points/s, batches of 1000", writers, await RateAsync(writers, BatchSize, seconds, (writer, i) => store.Tracking.LogBatchAsync(run, new RunBatch
            {
                Metrics = [.. Enumerable.Range(0, BatchSize).Select(step => new Metric($"b{writer}", step, 1, (i * (long)BatchSize) + step))],
            })));
        }

        Print("runs created/s", 8, await RateAsync(8, 1, seconds, (_, _) => NewRunAsync(store)));
        Print("runs read/s", 8, await RateAsync(8, 1, seconds, (_, _) => store.Tracking.GetRunAsync(run)));
    }

    private static async Task<string> NewRunAsync(SqlStore store) => (await store.Tracking.CreateRunAsync(new NewRun("0"))).RunId;

    private static Task LogAsync(SqlStore store, string run, string key, int i) =>
        store.Tracking.LogBatchAsync(run, new RunBatch { Metrics = [new Metric(key, i, i, i)] });

    /// <summary>Things a second, and microseconds of processor time for each, of so many who call one after the other.</summary>
    private static async Task<(double Rate, double Work)> RateAsync(int callers, int thingsACall, double seconds, Func<int, int, Task> call)
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var i = 0;
            for (; watch.Elapsed.TotalSeconds < seconds; i++)
            {
                await call(caller, i);
            }

            return i;
        })));
        var things = (double)counts.Sum() * thingsACall;
        return (things / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / things);
    }

    private static void Print(string what, int writers, (double Rate, double Work) result) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-34}{writers,4} at once{result.Rate,12:F0}{result.Work,10:F1} µs"));
}
