using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Assay.Tests.Cli;

/// <summary><c>assay serve</c> as a process of its own, on a free port.</summary>
internal sealed class ServingProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private ServingProcess(Process process, string ready)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Ready = ready;
        Http = new HttpClient { BaseAddress = new Uri(ready.Split(' ')[4]), Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>The line that says that it is ready.</summary>
    public string Ready { get; }

    public HttpClient Http { get; }

    public static async Task<ServingProcess> StartAsync(TemporaryFolder folder, params (string Name, string Value)[] variables)
    {
        var process = AssayProcess.Start(folder, ["serve", "--port", "0", "--store", folder["served.db"]], variables);
        var ready = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return ready is null
            ? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken))
            : new(process, ready);
    }

    /// <summary>Posts to MLflow's API; null when the connection broke.</summary>
    public async Task<(int Status, JsonNode? Body)?> PostAsync(string path, object body)
    {
        try
        {
            using var response = await Http.PostAsJsonAsync($"/api/2.0/mlflow/{path}", body, TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async Task<string> NewRunAsync() =>
        (string)(await PostAsync("runs/create", new { experiment_id = "0" }))!.Value.Body!["run"]!["info"]!["run_id"]!;

    /// <summary>Sends a signal and waits for the end: exit code and what was left to say.</summary>
    public async Task<(int Code, string Output, string Error)> EndAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        var output = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, output, await _error);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
