using Assay.Server;
using Assay.Tracking;

namespace Assay.Cli.Commands;

/// <summary>The demo's runs in a browser, until Ctrl-C.</summary>
internal static class DemoPages
{
    /// <param name="store">Where the runs are.</param>
    /// <param name="compared">Runs of which each pair of neighbours was compared.</param>
    /// <param name="port">Where to listen on loopback.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task ServeAsync(IAssayStore store, IReadOnlyList<string> compared, int port, CancellationToken cancellationToken)
    {
        await using var server = await AssayServer.StartAsync(store, new ServerOptions { Port = port }, cancellationToken).ConfigureAwait(false);
        var runs = new List<Run>();
        foreach (var id in compared)
        {
            runs.Add(await store.Tracking.GetRunAsync(id, cancellationToken).ConfigureAwait(false));
        }

        Console.WriteLine();
        foreach (var (what, path) in Links(runs))
        {
            Console.WriteLine($"{what,-34} {new Uri(server.Address, path)}");
        }

        Console.WriteLine("Stop it with Ctrl-C.");
        await Console.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static IEnumerable<(string What, string Path)> Links(IReadOnlyList<Run> compared)
    {
        yield return ("What is new:", "/");
        yield return ("The prompts, side by side:", $"/experiments/{compared[^1].ExperimentId}");
        yield return ("The last of them, row by row:", $"/runs/{compared[^1].RunId}/evaluation");
        foreach (var (before, after) in compared.Zip(compared.Skip(1)))
        {
            yield return ($"“{before.RunName}” and “{after.RunName}”:", $"/compare?runs={before.RunId},{after.RunId}");
        }
    }
}
