using System.Buffers;
using System.Collections.Concurrent;
using Assay.Scoring;

namespace Assay.Filters;

/// <summary>
/// Scores the lines of a batch in order. Scorers that compute are done at once; of those that ask a service several lines wait at a time.
/// </summary>
internal sealed class BatchScorer(IReadOnlyList<IScorer> scorers, ScoreFilterOptions options)
{
    /// <summary>Buffers that long lines have made bigger than this are not kept.</summary>
    private const int LargestKept = 4 * 1024 * 1024;

    private readonly LineScorer _scorer = new(scorers);
    private readonly ScoreLineReader _reader = new(options);
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];

    /// <summary>Scores a batch and gives its buffer back.</summary>
    public async Task<ScoredBatch> ScoreAsync(LineBatch batch, CancellationToken cancellationToken)
    {
        var output = _buffers.TryTake(out var buffer) ? buffer : new ArrayBufferWriter<byte>(256 * 1024);
        using var writer = new ScoreLineWriter(output, _scorer);
        var waiting = new Queue<WaitingLine>();
        int scored = 0, errors = 0;
        Exception? failure = null;
        var number = batch.FirstLine;
        if (batch.IsTooLong)
        {
            Fail(LineFault.TooLong);
        }

        for (var rest = batch.Lines; !rest.IsEmpty && failure is null; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = TakeLine(ref rest);
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            if (_reader.TryRead(line.Span, out var fields) is { } fault)
            {
                await WriteWaitingAsync(writer, waiting, 0).ConfigureAwait(false);
                Fail(fault);
            }
            else
            {
                scored++;
                waiting.Enqueue(new WaitingLine(line, fields, _scorer.ScoreAsync(fields, cancellationToken)));
                await WriteWaitingAsync(writer, waiting, options.Waiting).ConfigureAwait(false);
                failure = _scorer.Verdict;
            }
        }

        await WriteWaitingAsync(writer, waiting, 0).ConfigureAwait(false);
        batch.Release();
        return new ScoredBatch(output, scored, errors, failure);

        void Fail(LineFault fault)
        {
            if (options.KeepGoing)
            {
                errors++;
                writer.WriteError(fault.ToString(), number);
            }
            else
            {
                failure = fault.ToException(options.Name, number);
            }
        }
    }

    /// <summary>Why the scores of the lines that were read are worth nothing, as a service behind a scorer was never reached; null when it was.</summary>
    public Exception? VerdictAtEnd() => _scorer.VerdictAtEnd();

    /// <summary>Takes a buffer back when it is written.</summary>
    public void Release(ScoredBatch batch)
    {
        if (batch.Output.Capacity <= LargestKept)
        {
            batch.Output.ResetWrittenCount();
            _buffers.Add(batch.Output);
        }
    }

    private static ReadOnlyMemory<byte> TakeLine(ref ReadOnlyMemory<byte> rest)
    {
        var end = rest.Span.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return line;
    }

    private static async ValueTask WriteWaitingAsync(ScoreLineWriter writer, Queue<WaitingLine> waiting, int allowed)
    {
        while (waiting.TryPeek(out var first) && (first.Scores.IsCompleted || waiting.Count > allowed))
        {
            waiting.Dequeue();
            var scores = await first.Scores.ConfigureAwait(false);
            writer.Write(first.Line.Span, first.Fields, scores);
        }
    }

    private readonly record struct WaitingLine(ReadOnlyMemory<byte> Line, LineFields Fields, ValueTask<Score[]> Scores);
}
