using System.Threading.Channels;
using Assay.Scoring;

namespace Assay.Filters;

/// <summary>
/// JSON lines in, the same lines with <c>"scores"</c> (a number or null per scorer) and, where there are any, <c>"reasons"</c> out: in order, as a
/// stream, on all cores, in memory that does not grow with the input. Other fields stay byte for byte; <c>scores</c> and <c>reasons</c> of before are
/// replaced; blank lines are dropped. A line may have 64 MB.
/// </summary>
public static class ScoreFilter
{
    /// <summary>
    /// Runs the filter to the end of the input, or until nobody reads the output any more. Throws <see cref="BadInputException"/> for the first line
    /// that cannot be read, after all lines before it are written, unless told to keep going; when the output cannot be written; and when two scorers have one name.
    /// Throws <see cref="Models.ModelException"/> when a service behind a scorer refuses the key, or not one call of it connects; lines that were scored are written.
    /// Neither stream is closed; when it ends early, a read of the input may still be under way.
    /// </summary>
    public static async Task<ScoreFilterResult> RunAsync(
        Stream input, Stream output, IReadOnlyList<IScorer> scorers, ScoreFilterOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ScoreFilterOptions();
        var scorer = new BatchScorer(ScorerNames.Distinct(scorers), options);
        var batches = Channel.CreateBounded<Task<ScoredBatch>>(
            new BoundedChannelOptions(Math.Max(1, options.Workers) + 1) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(input, scorer, batches.Writer, options, stop.Token);
        try
        {
            return await WriteAsync(output, scorer, batches.Reader, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Not waited for: the input may be a terminal or a pipe that gives nothing for long.
            await stop.CancelAsync().ConfigureAwait(false);
            _ = reading.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    /// <summary>Starts the work on each batch. The channel's bound is the limit on batches under way, and its order the order of the output.</summary>
    private static async Task ReadAsync(
        Stream input, BatchScorer scorer, ChannelWriter<Task<ScoredBatch>> batches, ScoreFilterOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var reader = new LineBatchReader(input);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } batch)
            {
                await batches.WaitToWriteAsync(cancellationToken).ConfigureAwait(false);
                await batches.WriteAsync(Task.Run(() => scorer.ScoreAsync(batch, cancellationToken), cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            batches.Complete();
        }
        catch (IOException error)
        {
            batches.Complete(new BadInputException($"{options.Name}: cannot be read ({error.Message.TrimEnd('.')})", error));
        }
        catch (Exception error)
        {
            batches.Complete(error);
        }
    }

    private static async Task<ScoreFilterResult> WriteAsync(
        Stream output, BatchScorer scorer, ChannelReader<Task<ScoredBatch>> batches, CancellationToken cancellationToken)
    {
        long scored = 0, errors = 0;
        await foreach (var working in batches.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var batch = await working.ConfigureAwait(false);
            if (!await TryWriteAsync(output, batch.Output.WrittenMemory, cancellationToken).ConfigureAwait(false))
            {
                break;
            }

            (scored, errors) = (scored + batch.Scored, errors + batch.Errors);
            scorer.Release(batch);
            if (batch.Failure is not null)
            {
                throw batch.Failure;
            }
        }

        return scorer.VerdictAtEnd() is { } unreachable ? throw unreachable : new ScoreFilterResult(scored, errors);
    }

    /// <summary>False when nobody reads the output any more.</summary>
    private static async Task<bool> TryWriteAsync(Stream output, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await output.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (IOException error)
        {
            return BrokenPipe.Is(error)
                ? false
                : throw new BadInputException($"the output cannot be written ({error.Message.TrimEnd('.')}); make room, or write elsewhere", error);
        }
    }
}
