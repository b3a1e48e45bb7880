using System.Diagnostics;
using System.Globalization;

namespace Assay.Benchmarks.Tracking;

/// <summary>
/// Loads a server of its own with <c>wrk</c>, one endpoint after the other, and prints a table beside the reference's figures.
/// <c>tracking PROGRAM [--store URL] [--connections N] [--seconds N] [--only ENDPOINT]</c>.
/// </summary>
internal static class TrackingLoad
{
    public static async Task RunAsync(string[] arguments)
    {
        var options = arguments.Skip(1).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        var connections = options.GetValueOrDefault("--connections", "8");
        var seconds = options.GetValueOrDefault("--seconds", "8");
        await using var server = await ServerProcess.StartAsync(arguments[0], options.GetValueOrDefault("--store"));
        Print("start to first answer, s", server.StartTime.TotalSeconds, ReferenceFigures.StartSeconds, smallerIsBetter: true);
        Print("memory after start, MB", server.Megabytes, ReferenceFigures.StartMegabytes, smallerIsBetter: true);

        using var http = new HttpClient { BaseAddress = server.Address };
        var before = server.FileBytes();
        var seeded = await SeededStore.SeedAsync(http);
        if (server.File is { } file)
        {
            await CheckpointAsync(file);
            Print("bytes a metric", (double)(server.FileBytes() - before) / SeededStore.HistoryPoints, ReferenceFigures.BytesPerMetric, smallerIsBetter: true);
        }

        await seeded.AddRunsAsync(http);
        Console.WriteLine($"{"endpoint",-26}{"requests/s",12}{"p50 ms",10}{"p99 ms",10}{"errors",8}{"reference",11}{"ratio",8}");
        foreach (var script in LoadScript.For(seeded).Where(script => !options.TryGetValue("--only", out var only) || script.Endpoint == only))
        {
            await LoadAsync(server.Address, script, connections, seconds);
        }

        Print("memory after load, MB", server.Megabytes, ReferenceFigures.LoadedMegabytes, smallerIsBetter: true);
    }

    private static async Task LoadAsync(Uri address, LoadScript script, string connections, string seconds)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, script.Lua + LoadScript.Ending);
            var output = await OutputAsync("wrk", "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "30s", "-s", file, address.ToString());
            var figures = output.Split('\n').First(line => line.StartsWith("RESULT", StringComparison.Ordinal)).Split(' ')[1..]
                .Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
            var rate = figures[0] / figures[1] * 1e6;
            var reference = ReferenceFigures.RequestsPerSecond(script.Endpoint);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{script.Endpoint,-26}{rate,12:F1}{figures[2],10:F2}{figures[3],10:F2}{figures[4],8:F0}{reference,11:F1}{rate / reference,8:F0}"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Moves what is in the log to the file itself, which then has its true size.</summary>
    private static Task<string> CheckpointAsync(string file) => OutputAsync("sqlite3", file, "PRAGMA wal_checkpoint(TRUNCATE)");

    private static async Task<string> OutputAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
    }

    private static void Print(string what, double value, double reference, bool smallerIsBetter) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-26}{value,12:F2}{"",28}{reference,11:F1}{(smallerIsBetter ? reference / value : value / reference),8:F0}"));
}
