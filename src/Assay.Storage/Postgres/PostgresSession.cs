using Assay.Storage.Sql;
using Npgsql;

namespace Assay.Storage.Postgres;

/// <summary>
/// One transaction. Statements of which nothing is to be known wait and travel with the next that is asked something, or with the end of the
/// transaction: what takes time is not the statements but the ways there and back.
/// </summary>
/// <param name="connection">An open connection, not in a transaction.</param>
/// <param name="dialect">The database's dialect.</param>
/// <param name="begin">The statement that begins the transaction; it travels with the first.</param>
internal sealed class PostgresSession(NpgsqlConnection connection, PostgresDialect dialect, string begin) : SqlSession
{
    private readonly List<NpgsqlBatchCommand> _waiting = [new NpgsqlBatchCommand(begin)];

    public override SqlDialect Dialect => dialect;

    /// <summary>Whether the end of the transaction was sent: from then on, silence does not mean that nothing was written.</summary>
    public bool Ending { get; private set; }

    /// <summary>Whether the server knows of the transaction.</summary>
    public bool Begun { get; private set; }

    public override ValueTask PostAsync(string sql, params ReadOnlySpan<object?> arguments)
    {
        _waiting.Add(Command(sql, arguments));
        return ValueTask.CompletedTask;
    }

    public override ValueTask InsertAsync(SqlInsert insert, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > 0)
        {
            _waiting.Add(PostgresInsert.Command(insert, rows));
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask<List<T>> InsertAsync<T>(SqlInsert insert, IReadOnlyList<object?[]> rows, Func<SqlRow, T> read) =>
        rows.Count > 0 ? ReadAsync(PostgresInsert.Command(insert, rows), read, CancellationToken.None) : ValueTask.FromResult<List<T>>([]);

    public override ValueTask<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> arguments) => ExecuteAsync(Command(sql, arguments));

    public override ValueTask<T?> FirstAsync<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<object?> arguments)
        where T : default => FirstAsync(Command(sql, arguments), read);

    public override ValueTask<List<T>> ListAsync<T>(
        string sql, Func<SqlRow, T> read, CancellationToken cancellationToken, params ReadOnlySpan<object?> arguments) =>
        ReadAsync(Command(sql, arguments), read, cancellationToken);

    /// <summary>Sends what waits and ends the transaction. When this returns, what it wrote is durable.</summary>
    public async Task CommitAsync()
    {
        _waiting.Add(new NpgsqlBatchCommand("COMMIT"));
        Ending = true;
        await using var batch = Send();
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    public async Task RollbackAsync()
    {
        _waiting.Clear();
        if (Begun)
        {
            _waiting.Add(new NpgsqlBatchCommand("ROLLBACK"));
            await using var batch = Send();
            await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }

    // The connection belongs to whoever opened it.
    public override void Dispose() => _waiting.Clear();

    private static NpgsqlBatchCommand Command(string sql, ReadOnlySpan<object?> arguments)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(PostgresValue.Parameter(argument));
        }

        return command;
    }

    private async ValueTask<int> ExecuteAsync(NpgsqlBatchCommand command)
    {
        _waiting.Add(command);
        await using var batch = Send();
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        return command.RecordsAffected;
    }

    private async ValueTask<T?> FirstAsync<T>(NpgsqlBatchCommand command, Func<SqlRow, T> read)
    {
        _waiting.Add(command);
        await using var batch = Send();
        var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.ReadAsync().ConfigureAwait(false) ? read(new PostgresRow(reader)) : default;
        }
    }

    private async ValueTask<List<T>> ReadAsync<T>(NpgsqlBatchCommand command, Func<SqlRow, T> read, CancellationToken cancellationToken)
    {
        _waiting.Add(command);
        await using var batch = Send();
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var row = new PostgresRow(reader);
            var list = new List<T>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                list.Add(read(row));
            }

            return list;
        }
    }

    /// <summary>All that waits, as one batch.</summary>
    private NpgsqlBatch Send()
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in _waiting)
        {
            batch.BatchCommands.Add(command);
        }

        _waiting.Clear();
        Begun = true;
        return batch;
    }
}
