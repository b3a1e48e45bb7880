using System.Diagnostics;
using System.Globalization;

namespace Assay.Tests;

/// <summary>A real <c>assay serve</c> that can be killed and started again, always at one address.</summary>
internal sealed class ServerProcess(TemporaryFolder folder, string store) : IAsyncDisposable
{
    private readonly int port = LoopbackPort.Free();
    private Process? process;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    /// <summary>Starts it and waits until it says that it listens.</summary>
    public async Task StartAsync()
    {
        var start = AssayProgram.Start(
            folder, "serve", "--port", port.ToString(CultureInfo.InvariantCulture), "--store", store, "--artifacts", folder["artifacts"]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var ready = await process.StandardOutput.ReadLineAsync();
        ready.ShouldNotBeNull(ready is null ? await errors : "");
    }

    /// <summary>Ends it as kill -9 does.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }
    }
}
