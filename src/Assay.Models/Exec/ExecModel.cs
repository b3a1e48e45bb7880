using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Assay.Formats;

namespace Assay.Models;

/// <summary>
/// Any program as a model, run once by <c>/bin/sh -c</c> at the first call: one JSON line in a call, one line out, in any order, so that it
/// may work on several at once. An error that the program reports fails its row. A program that ends, or that prints what is not of the
/// protocol, fails all open calls and all later ones, since nobody can tell which call was meant; it is not started again.
/// </summary>
/// <param name="name">The name that the run records.</param>
/// <param name="command">What the shell runs.</param>
public sealed class ExecModel(string name, string command) : IModel, IAsyncDisposable
{
    private readonly ExecCalls _calls = new();
    private readonly Lock _starting = new();
    private ExecProgram? _program;
    private volatile bool _answered;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        request.Progress?.CountAttempt();
        var (id, answer) = _calls.Add(request);
        try
        {
            Started().Send(ExecLine.Question(id, request));
            return await answer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or JsonException)
        {
            _calls.Abandon(id);
            throw;
        }
    }

    /// <summary>Closes the program's input, waits briefly, and ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        _calls.End(row => Ended(row, "the evaluation ended"));
        if (_program is not null)
        {
            await _program.DisposeAsync().ConfigureAwait(false);
        }
    }

    private ExecProgram Started()
    {
        lock (_starting)
        {
            try
            {
                return _program ??= ExecProgram.Start(command, OnLine, reason => _calls.End(row => Ended(row, reason)));
            }
            catch (Win32Exception exception)
            {
                throw new ModelException(
                    ModelFailure.Unreachable, $"{Name}: cannot start /bin/sh ({OneLine.Of(exception.Message)})", exception) { WorthRetrying = false };
            }
        }
    }

    private void OnLine(ReadOnlySequence<byte> bytes)
    {
        if (string.IsNullOrWhiteSpace(TextOf(bytes, 20)))
        {
            return;
        }

        var line = Parse(bytes);
        _answered = true;
        if (!_calls.Complete(line, row => new ModelException(
            ModelFailure.Rejected, $"{Name}, row '{OneLine.Of(row, 80)}': {OneLine.Of(line.Error)}")))
        {
            throw new InvalidDataException(
                $"the program answered id '{OneLine.Of(line.Id, 80)}', which waits for no answer; each line must carry the id of its call, once");
        }
    }

    private static ExecLine Parse(ReadOnlySequence<byte> bytes)
    {
        try
        {
            return ExecLine.Parse(bytes);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException(
                $"the program printed what is no answer: '{OneLine.Of(TextOf(bytes, 200), 60)}'; "
                + "print one line of JSON a call, {\"id\", \"output\"}, and messages to standard error",
                exception);
        }
    }

    // Before any answer the program counts as one that cannot be reached (a command that does not exist).
    private ModelException Ended(string row, string reason) =>
        new(_answered ? ModelFailure.ServiceError : ModelFailure.Unreachable, $"{Name}, row '{OneLine.Of(row, 80)}': no answer: {reason}") { WorthRetrying = false };

    private static string TextOf(ReadOnlySequence<byte> bytes, int most) => Encoding.UTF8.GetString(bytes.Slice(0, Math.Min(bytes.Length, most)));
}
