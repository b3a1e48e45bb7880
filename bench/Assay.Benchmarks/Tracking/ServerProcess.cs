using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Assay.Benchmarks.Tracking;

/// <summary>An <c>assay serve</c> of its own, over a store in a folder that goes with it, or over the one that is named.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assay-bench-").FullName;
    private readonly Process _process;

    private ServerProcess(string program, string? store)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        File = store is null ? Path.Combine(_folder, "assay.db") : null;
        _process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList =
            {
                "serve", "--port", Address.Port.ToString(CultureInfo.InvariantCulture), "--store", store ?? File!, "--artifacts", Path.Combine(_folder, "artifacts"),
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>The store's file; null when it is a database elsewhere.</summary>
    public string? File { get; }

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>Resident memory, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            var line = System.IO.File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
    }

    public static async Task<ServerProcess> StartAsync(string program, string? store)
    {
        var clock = Stopwatch.StartNew();
        var server = new ServerProcess(program, store);
        using var http = new HttpClient { BaseAddress = server.Address };
        while (!await AnswersAsync(http))
        {
            await Task.Delay(5);
        }

        server.StartTime = clock.Elapsed;
        return server;
    }

    /// <summary>The size of the store's file with its log, in bytes; 0 for a database elsewhere.</summary>
    public long FileBytes() => File is null ? 0 : Directory.EnumerateFiles(_folder, "assay.db*").Sum(name => new FileInfo(name).Length);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync(new Uri("/health", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
