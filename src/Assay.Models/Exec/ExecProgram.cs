using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Threading.Channels;

namespace Assay.Models;

/// <summary>A running program that takes lines and gives lines. Its standard error is ours.</summary>
internal sealed class ExecProgram : IAsyncDisposable
{
    private const int LongestLine = 32 << 20;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Channel<byte[]> _questions = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;
    private readonly Task _reading;

    private ExecProgram(Process process, Action<ReadOnlySequence<byte>> onLine, Action<string> onEnd)
    {
        _process = process;
        _writing = WriteAsync();
        _reading = ReadAsync(onLine, onEnd);
    }

    /// <summary>Starts a command in the system's shell.</summary>
    /// <param name="command">What the shell runs.</param>
    /// <param name="onLine">Takes each line of the program; what it throws ends the program.</param>
    /// <param name="onEnd">Told once, in words, how the program ended.</param>
    public static ExecProgram Start(string command, Action<ReadOnlySequence<byte>> onLine, Action<string> onEnd)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", ExecCommand.Guarded(command) },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        // Python keeps what it prints into a pipe until it has 8 KB of it; a call would wait for ever.
        start.Environment.TryAdd("PYTHONUNBUFFERED", "1");
        return new ExecProgram(Process.Start(start)!, onLine, onEnd);
    }

    public void Send(byte[] line) => _questions.Writer.TryWrite(line);

    /// <summary>Closes the program's input, gives it a moment to end, and ends it with all that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        _questions.Writer.TryComplete();
        if (!await EndedAsync().ConfigureAwait(false))
        {
            Kill();
            await EndedAsync().ConfigureAwait(false);
        }

        await Task.WhenAny(Task.WhenAll(_writing, _reading), Task.Delay(Grace)).ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task WriteAsync()
    {
        var input = _process.StandardInput.BaseStream;
        try
        {
            await using (input.ConfigureAwait(false))
            {
                await foreach (var line in _questions.Reader.ReadAllAsync().ConfigureAwait(false))
                {
                    await input.WriteAsync(line).ConfigureAwait(false);
                    await input.FlushAsync().ConfigureAwait(false);
                }
            }
        }
        catch (IOException)
        {
            // The program has closed its input; that it ended is seen at its output.
        }
    }

    private async Task ReadAsync(Action<ReadOnlySequence<byte>> onLine, Action<string> onEnd)
    {
        var output = PipeReader.Create(_process.StandardOutput.BaseStream);
        try
        {
            await ReadLinesAsync(output, onLine).ConfigureAwait(false);
            onEnd(await EndedAsync().ConfigureAwait(false) ? ExecCommand.Ended(_process.ExitCode) : "the program closed its output");
        }
        catch (Exception exception)
        {
            onEnd(exception.Message);
            Kill();
        }
        finally
        {
            await output.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static async Task ReadLinesAsync(PipeReader output, Action<ReadOnlySequence<byte>> onLine)
    {
        while (true)
        {
            var read = await output.ReadAsync().ConfigureAwait(false);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                onLine(rest.Slice(0, end));
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (rest.Length > LongestLine)
            {
                throw new InvalidDataException($"the program printed a line of more than {LongestLine >> 20} MB");
            }

            if (read.IsCompleted)
            {
                if (!rest.IsEmpty)
                {
                    onLine(rest);
                }

                return;
            }

            output.AdvanceTo(rest.Start, rest.End);
        }
    }

    private async Task<bool> EndedAsync()
    {
        using var patience = new CancellationTokenSource(Grace);
        try
        {
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
