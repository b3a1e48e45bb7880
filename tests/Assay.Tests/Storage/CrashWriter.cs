using System.Diagnostics;

namespace Assay.Tests.Storage;

/// <summary>The program beside the tests that writes to a store from a process of its own and says what was acknowledged.</summary>
internal sealed class CrashWriter : IDisposable
{
    private readonly Process process;
    private readonly Task reading;
    private readonly Task<string> errors;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> acknowledged = [];

    private CrashWriter(Process process)
    {
        this.process = process;
        reading = ReadAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What was acknowledged so far; all of it once the process has ended.</summary>
    public IReadOnlyList<string> Acknowledged
    {
        get
        {
            lock (acknowledged)
            {
                return [.. acknowledged];
            }
        }
    }

    public static CrashWriter Start(string store, string runId, string name, int callers, int? count = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "Assay.CrashWriter.dll"), store, runId, name, $"{callers}"];
        foreach (var argument in arguments.Concat(count is null ? [] : [$"{count}"]))
        {
            start.ArgumentList.Add(argument);
        }

        return new CrashWriter(Process.Start(start)!);
    }

    /// <summary>Waits until it has opened the store.</summary>
    public async Task WaitUntilReadyAsync()
    {
        await Task.WhenAny(ready.Task, reading);
        ready.Task.IsCompleted.ShouldBeTrue(ready.Task.IsCompleted ? "" : await errors);
    }

    /// <summary>Ends this one process as kill -9 does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
    }

    /// <summary>Waits for its own end; gives what it said on standard error.</summary>
    public async Task<string> WaitAsync()
    {
        await process.WaitForExitAsync();
        await reading;
        return await errors;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready")
            {
                ready.TrySetResult();
                continue;
            }

            lock (acknowledged)
            {
                acknowledged.Add(line);
            }
        }
    }
}
