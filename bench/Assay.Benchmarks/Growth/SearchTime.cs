using System.Diagnostics;
using System.Globalization;

namespace Assay.Benchmarks.Growth;

/// <summary>How long a search takes: the median of several, the worst, and this process's own work.</summary>
internal static class SearchTime
{
    private const int Repeats = 9;

    /// <param name="what">What is asked.</param>
    /// <param name="search">Asks, and says how many were found.</param>
    /// <param name="pages">How many pages that is: the figures are of one.</param>
    public static async Task PrintAsync(string what, Func<Task<int>> search, int pages = 1)
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
}
