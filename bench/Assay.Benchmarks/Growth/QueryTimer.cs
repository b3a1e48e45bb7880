using System.Diagnostics;
using System.Globalization;

namespace Assay.Benchmarks.Growth;

/// <summary>Times a query: the first time, then the median and the worst of several, with this process's own work.</summary>
internal static class QueryTimer
{
    private const int Repeats = 9;

    public static async Task PrintAsync(string what, Func<Task<int>> query)
    {
        var started = Stopwatch.GetTimestamp();
        var found = await query();
        var first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var (times, busy) = (new List<double>(), new List<double>());
        for (var i = 0; i < Repeats; i++)
        {
            (started, var used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await query();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            busy.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        }

        times.Sort();
        busy.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-50} {times[Repeats / 2],8:F1} ms  (first {first:F0}, worst {times[^1]:F0}, processor {busy[Repeats / 2]:F1}), {found} found"));
    }
}
