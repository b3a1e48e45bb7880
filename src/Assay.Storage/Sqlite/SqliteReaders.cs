using System.Collections.Concurrent;
using System.Globalization;
using Assay.Storage.Sql;
using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>Connections that only read, opened as needed up to a limit. In WAL mode they never wait for a writer.</summary>
internal sealed class SqliteReaders : IDisposable
{
    private readonly SqliteFile _file;
    private readonly SemaphoreSlim _places = new(Math.Max(4, 2 * Environment.ProcessorCount));
    private readonly ConcurrentStack<SqliteSession> _idle = new();
    private volatile bool _disposed;

    public SqliteReaders(SqliteFile file, SqliteSession first)
    {
        _file = file;
        _idle.Push(first);
    }

    /// <summary>Runs reads in one transaction, so that they see one state of the database.</summary>
    public async Task<T> ReadAsync<T>(Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(EmbeddedStore));
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        SqliteSession? session = null;
        try
        {
            session = _idle.TryPop(out var open) ? open : _file.OpenReader();
            session.Deadline.Begin(_file.Options.ReadTimeout, cancellationToken);
            return await InTransactionAsync(session, work, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException error) when (error.Code == raw.SQLITE_INTERRUPT)
        {
            cancellationToken.ThrowIfCancellationRequested();
            StorageInstruments.StoppedReads.Add(1);
            throw TooLong("was stopped", error);
        }
        catch (SqliteException error)
        {
            session?.Dispose();
            session = null;
            throw SqliteErrors.Translate(error, _file.Path);
        }
        finally
        {
            Return(session);
            _places.Release();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryPop(out var session))
        {
            session.Dispose();
        }
    }

    private async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(_file.Options.ReadTimeout ?? Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false))
        {
            throw TooLong("found no place among other reads");
        }
    }

    private AssayException TooLong(string what, Exception? error = null) => new(
        ErrorCode.TemporarilyUnavailable,
        string.Create(CultureInfo.InvariantCulture, $"The query {what}: it took longer than {_file.Options.ReadTimeout?.TotalSeconds} s. ")
        + "Ask for fewer results or a narrower filter, or start the server with a longer --query-timeout.",
        error);

    private static async Task<T> InTransactionAsync<T>(
        SqliteSession session, Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        session.Connection.Run("BEGIN");
        try
        {
            return await work(session, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            session.Deadline.End();
            session.Connection.TryRun("COMMIT");
        }
    }

    private void Return(SqliteSession? session)
    {
        if (session is null)
        {
            return;
        }

        _idle.Push(session);
        if (_disposed && _idle.TryPop(out var last))
        {
            last.Dispose();
        }
    }
}
