using Assay.Storage.Sql;
using Npgsql;

namespace Assay.Storage.Postgres;

/// <summary>
/// A PostgreSQL database, shared with other servers: a bounded number of connections for writers and for readers. Concurrent commits share the
/// server's flushes, so each write is a transaction of its own.
/// </summary>
internal sealed class PostgresDatabase : ISqlDatabase
{
    private const string BeginWrite = "BEGIN ISOLATION LEVEL READ COMMITTED";
    private const string BeginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    // Compiling a query takes longer than any of ours may run, and the planner's guesses ask for it. It travels with the first statement.
    private const string NoCompiling = "SET LOCAL jit = off";
    private const int MostConflicts = 10;
    private const int MostBroken = 2;

    private readonly NpgsqlDataSource _source;
    private readonly PostgresDialect _dialect;
    private readonly string _location;
    private readonly int _mostWriters;
    private readonly SemaphoreSlim _writers;
    private readonly SemaphoreSlim _readers;
    private volatile bool _disposed;

    private PostgresDatabase(NpgsqlDataSource source, PostgresDialect dialect, string location, int connections)
    {
        _source = source;
        _dialect = dialect;
        _location = location;
        _mostWriters = Math.Max(1, connections * 2 / 3);
        _writers = new SemaphoreSlim(_mostWriters);
        _readers = new SemaphoreSlim(Math.Max(1, connections - _mostWriters));
    }

    /// <summary>Connects, creates what is missing, brings an older schema up to date.</summary>
    public static async Task<PostgresDatabase> OpenAsync(PostgresAddress address, PostgresStoreOptions options, CancellationToken cancellationToken)
    {
        var source = address.Connect(options);
        try
        {
            return await AtOpeningAsync(address, async () =>
            {
                await new PostgresSchema(source, address).EnsureAsync(cancellationToken).ConfigureAwait(false);
                var collation = await PostgresCollation.FindAsync(source, cancellationToken).ConfigureAwait(false);
                return new PostgresDatabase(source, new PostgresDialect(collation), address.Location, options.MaxConnections);
            }).ConfigureAwait(false);
        }
        catch
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The version of a database's schema; null when there is none. Creates nothing.</summary>
    public static async Task<int?> ReadVersionAsync(PostgresAddress address, PostgresStoreOptions options, CancellationToken cancellationToken)
    {
        var source = address.Connect(options);
        await using (source.ConfigureAwait(false))
        {
            var version = await AtOpeningAsync(address, () => new PostgresSchema(source, address).ReadVersionAsync(cancellationToken)).ConfigureAwait(false);
            return version > 0 ? (int)version : null;
        }
    }

    public Task<T> ReadAsync<T>(Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        InTurnAsync(_readers, BeginRead, session => work(session, cancellationToken), cancellationToken);

    public Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken) =>
        InTurnAsync(_writers, BeginWrite, work, cancellationToken);

    /// <summary>Makes the space of deleted rows free for new ones, which the server does by itself too, only later; nobody has to wait meanwhile.</summary>
    public async Task CompactAsync(CancellationToken cancellationToken)
    {
        try
        {
            var tables = new List<string>();
            await using (var list = _source.CreateCommand("SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"))
            await using (var rows = await list.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
            {
                while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    tables.Add(rows.GetString(0));
                }
            }

            await using var vacuum = _source.CreateCommand($"VACUUM (ANALYZE) {string.Join(", ", tables)}");
            vacuum.CommandTimeout = 0;
            await vacuum.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException error)
        {
            throw PostgresErrors.Translate(error, _location, false);
        }
    }

    /// <summary>Waits for what is being written, then lets go of the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        for (var i = 0; i < _mostWriters; i++)
        {
            await _writers.WaitAsync().ConfigureAwait(false);
        }

        _writers.Release(_mostWriters);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<T> AtOpeningAsync<T>(PostgresAddress address, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresErrors.IsOfTheDatabase(error))
        {
            throw PostgresErrors.TranslateAtOpening(error, address.Location);
        }
    }

    private async Task<T> InTurnAsync<T>(SemaphoreSlim places, string begin, Func<SqlSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqlStore));
            return await UntilDoneAsync(begin, work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Runs the work again when it lost against another transaction, or when its connection turns out to be a dead one.</summary>
    private async Task<T> UntilDoneAsync<T>(string begin, Func<SqlSession, Task<T>> work, CancellationToken cancellationToken)
    {
        for (int conflicts = 0, broken = 0; ;)
        {
            var (result, error, ending) = await TryAsync(begin, work, cancellationToken).ConfigureAwait(false);
            if (error is null)
            {
                return result!;
            }

            if (PostgresErrors.IsConflict(error) && ++conflicts < MostConflicts)
            {
                await Task.Delay(Random.Shared.Next(1, 1 << Math.Min(conflicts, 6)), cancellationToken).ConfigureAwait(false);
            }
            else if (PostgresErrors.IsBroken(error) && (!ending || begin == BeginRead) && ++broken < MostBroken)
            {
                // The others of the pool are as old as this one.
                _source.Clear();
            }
            else
            {
                throw PostgresErrors.Translate(error, _location, ending && begin == BeginWrite);
            }
        }
    }

    /// <summary>The result, or the database's error and whether the transaction was ending; what the work itself refuses is thrown.</summary>
    private async Task<(T? Result, Exception? Error, bool Ending)> TryAsync<T>(
        string begin, Func<SqlSession, Task<T>> work, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection;
        try
        {
            connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresErrors.IsOfTheDatabase(error))
        {
            throw PostgresErrors.Translate(error, _location, ending: false);
        }

        await using (connection.ConfigureAwait(false))
        {
            using var session = new PostgresSession(connection, _dialect, begin);
            if (begin == BeginRead)
            {
                await session.PostAsync(NoCompiling).ConfigureAwait(false);
            }

            try
            {
                var result = await work(session).ConfigureAwait(false);
                await session.CommitAsync().ConfigureAwait(false);
                return (result, null, true);
            }
            catch (Exception error)
            {
                await UndoAsync(connection, session).ConfigureAwait(false);
                if (PostgresErrors.IsOfTheDatabase(error))
                {
                    return (default, error, session.Ending);
                }

                throw;
            }
        }
    }

    private static async Task UndoAsync(NpgsqlConnection connection, PostgresSession session)
    {
        try
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await session.RollbackAsync().ConfigureAwait(false);
            }
        }
        catch (Exception error) when (PostgresErrors.IsOfTheDatabase(error))
        {
            // The server undoes what it was not told to keep; the error that matters is already on its way.
        }
    }
}
