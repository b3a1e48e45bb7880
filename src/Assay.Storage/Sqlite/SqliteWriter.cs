using System.Threading.Channels;
using Assay.Storage.Sql;

namespace Assay.Storage.Sqlite;

/// <summary>
/// The one writer of a process: takes work from a bounded queue and commits all that waits in one transaction, so that one flush to disk
/// serves many callers. Each piece has a savepoint of its own: one that is refused is undone alone. Started by the first write.
/// </summary>
internal sealed class SqliteWriter(SqliteFile file) : IAsyncDisposable
{
    private const int MostPerCommit = 512;
    private static readonly TimeSpan LongestGroup = TimeSpan.FromMilliseconds(50);

    private readonly Channel<SqliteWrite> _queue =
        Channel.CreateBounded<SqliteWrite>(new BoundedChannelOptions(file.Options.QueueLength) { SingleReader = true });
    private readonly SqliteLock _fileLock = new(file);
    private readonly Lock _starting = new();
    private Task? _draining;
    private SqliteSession? _session;

    public async Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken)
    {
        var write = new SqliteWrite<T>(work, cancellationToken);
        Start();
        await EnqueueAsync(write).ConfigureAwait(false);
        StorageInstruments.Waiting.Add(1);
        try
        {
            return await write.Task.ConfigureAwait(false);
        }
        finally
        {
            StorageInstruments.Waiting.Add(-1);
        }
    }

    /// <summary>Waits for what is queued, then lets go of the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_draining is not null)
        {
            await _draining.ConfigureAwait(false);
        }

        _session?.Dispose();
        _session = null;
    }

    private async ValueTask EnqueueAsync(SqliteWrite write)
    {
        if (_queue.Writer.TryWrite(write))
        {
            return;
        }

        if (file.Options.RefusesWhenFull && !_queue.Reader.Completion.IsCompleted)
        {
            throw new AssayException(ErrorCode.RequestLimitExceeded, "Too many writes are waiting already. Nothing was written; try again in a moment.");
        }

        try
        {
            await _queue.Writer.WriteAsync(write, write.CancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(EmbeddedStore));
        }
    }

    private void Start()
    {
        lock (_starting)
        {
            _draining ??= Task.Run(DrainAsync);
        }
    }

    private async Task DrainAsync()
    {
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var applied = new List<SqliteWrite>();
            try
            {
                _session ??= file.OpenWriter();
                await CommitGroupAsync(_session, applied).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The writer must outlive any failure: it is told to those whose work it spoils.
            catch (Exception error)
#pragma warning restore CA1031
            {
                FailGroup(applied, error is SqliteException sqlite ? SqliteErrors.Translate(sqlite, file.Path) : error);
            }
        }
    }

    private async Task CommitGroupAsync(SqliteSession open, List<SqliteWrite> applied)
    {
        await _fileLock.BeginAsync(open.Connection).ConfigureAwait(false);
        var began = TimeProvider.System.GetTimestamp();
        while (applied.Count < MostPerCommit && _queue.Reader.TryRead(out var write))
        {
            if (write.CancellationToken.IsCancellationRequested)
            {
                write.Cancel();
                continue;
            }

            applied.Add(write);
            if (!await ApplyAsync(open, write).ConfigureAwait(false))
            {
                applied.RemoveAt(applied.Count - 1);
            }

            if (TimeProvider.System.GetElapsedTime(began) > LongestGroup)
            {
                break;
            }
        }

        await _fileLock.CommitAsync(open.Connection).ConfigureAwait(false);
        StorageInstruments.Commits.Add(1);
        StorageInstruments.CommittedWrites.Add(applied.Count);
        applied.ForEach(write => write.Complete());
    }

    /// <summary>False when the work was refused and undone; throws when the file is at fault.</summary>
    private async Task<bool> ApplyAsync(SqliteSession open, SqliteWrite write)
    {
        open.Connection.Run("SAVEPOINT piece");
        try
        {
            await write.ApplyAsync(open).ConfigureAwait(false);
            open.Connection.Run("RELEASE piece");
            return true;
        }
        catch (SqliteException error) when (SqliteErrors.IsOfTheFile(error))
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever it is, it is the caller's to know.
        catch (Exception error)
#pragma warning restore CA1031
        {
            open.Connection.Run("ROLLBACK TO piece; RELEASE piece");
            write.Fail(error is SqliteException statement ? SqliteErrors.Translate(statement, file.Path) : error);
            return false;
        }
    }

    /// <summary>Undoes the transaction and tells those who were in it; when it could not begin, all who wait.</summary>
    private void FailGroup(List<SqliteWrite> applied, Exception error)
    {
        if (_session is { Connection.InTransaction: true })
        {
            _session.Connection.TryRun("ROLLBACK");
        }

        var waiting = applied.Count == 0;
        while (waiting && _queue.Reader.TryRead(out var write))
        {
            applied.Add(write);
        }

        applied.ForEach(write => write.Fail(error));
    }
}
