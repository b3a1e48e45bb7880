using System.Diagnostics;

namespace Assay.Tests.Storage;

/// <summary>The program beside the tests that writes to a store from a process of its own and says what was acknowledged.</summary>
internal sealed class CrashWriter : IDisposable
{
    private readonly Process process;
    private readonly Task reading;
    private readonly Task<string> errors;
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int wanted;
    private readonly List<string> acknowledged = [];

    private CrashWriter(Process process, int wanted)
    {
        this.process = process;
        this.wanted = wanted;
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

    /// <param name="store">The store's file.</param>
    /// <param name="runId">The run to write to.</param>
    /// <param name="name">What tells this writer's rows and metrics from others'.</param>
    /// <param name="callers">How many write at once.</param>
    /// <param name="count">Batches that each writes; null for no end.</param>
    /// <param name="wanted">How many acknowledged writes <see cref="WaitUntilReachedAsync"/> waits for.</param>
    public static CrashWriter Start(string store, string runId, string name, int callers, int? count = null, int wanted = 0)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "Assay.CrashWriter.dll"), store, runId, name, $"{callers}"];
        foreach (var argument in arguments.Concat(count is null ? [] : [$"{count}"]))
        {
            start.ArgumentList.Add(argument);
        }

        return new CrashWriter(Process.Start(start)!, wanted);
    }

    /// <summary>Waits until so many writes were acknowledged as were wanted.</summary>
    public async Task WaitUntilReachedAsync()
    {
        await Task.WhenAny(reached.Task, reading);
        reached.Task.IsCompleted.ShouldBeTrue(reached.Task.IsCompleted ? "" : await errors);
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
            lock (acknowledged)
            {
                acknowledged.Add(line);
                if (acknowledged.Count >= wanted)
                {
                    reached.TrySetResult();
                }
            }
        }
    }
}
