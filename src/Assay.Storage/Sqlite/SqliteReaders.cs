using System.Collections.Concurrent;
using Assay.Storage.Sql;

namespace Assay.Storage.Sqlite;

/// <summary>Connections that only read, opened as needed up to a limit. In WAL mode they never wait for a writer.</summary>
internal sealed class SqliteReaders : IDisposable
{
    private readonly SqliteFile file;
    private readonly SemaphoreSlim places = new(Math.Max(4, 2 * Environment.ProcessorCount));
    private readonly ConcurrentStack<SqliteSession> idle = new();
    private volatile bool disposed;

    public SqliteReaders(SqliteFile file, SqliteSession first)
    {
        this.file = file;
        idle.Push(first);
    }

    /// <summary>Runs reads in one transaction, so that they see one state of the database.</summary>
    public async Task<T> ReadAsync<T>(Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(EmbeddedStore));
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        SqliteSession? session = null;
        try
        {
            session = idle.TryPop(out var open) ? open : file.OpenReader();
            return await InTransactionAsync(session, work, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException error)
        {
            session?.Dispose();
            session = null;
            throw SqliteErrors.Translate(error, file.Path);
        }
        finally
        {
            Return(session);
            places.Release();
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryPop(out var session))
        {
            session.Dispose();
        }
    }

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
            session.Connection.TryRun("COMMIT");
        }
    }

    private void Return(SqliteSession? session)
    {
        if (session is null)
        {
            return;
        }

        idle.Push(session);
        if (disposed && idle.TryPop(out var last))
        {
            last.Dispose();
        }
    }
}
