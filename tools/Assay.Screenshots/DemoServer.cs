using System.Diagnostics;

namespace Assay.Screenshots;

/// <summary><c>assay demo --serve</c> on a store of its own, which goes with it.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private DemoServer(Process process, string folder, IReadOnlyList<Uri> links)
    {
        (_process, _folder) = (process, folder);
        Address = new Uri(links[0].GetLeftPart(UriPartial.Authority));
        Pages = [.. links.Select(link => link.PathAndQuery)];
    }

    public Uri Address { get; }

    /// <summary>What the demo says to look at: home, an experiment, the rows of a run, comparisons.</summary>
    public IReadOnlyList<string> Pages { get; }

    public static async Task<DemoServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("assay-pictures-").FullName;
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Assay.Cli/release/assay.dll"));
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", program, "demo", "--serve", "--port", "0", "--tracking-uri", Path.Combine(folder, "demo.db")])
        {
            RedirectStandardOutput = true,
        })!;
        var links = new List<Uri>();
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Stop it", StringComparison.Ordinal))
        {
            if (line.IndexOf("http://127.0.0.1", StringComparison.Ordinal) is >= 0 and var at)
            {
                links.Add(new Uri(line[at..].Trim()));
            }
        }

        return links.Count > 0 ? new DemoServer(process, folder, links) : throw new InvalidOperationException("The demo printed no address.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
