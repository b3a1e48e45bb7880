using System.Data.Common;

namespace Assay.Storage.Sql;

/// <summary>A connection with its prepared commands. Used by one unit of work at a time.</summary>
internal sealed class SqlSession(DbConnection connection, SqlDialect dialect) : IDisposable
{
    private const int MostPrepared = 256;
    private readonly Dictionary<string, DbCommand> commands = [];

    public DbConnection Connection => connection;

    public SqlDialect Dialect => dialect;

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> arguments) =>
        Prepare(sql, arguments).ExecuteNonQueryAsync(CancellationToken.None);

    /// <summary>The first column of the first row; null when there is no row, or NULL is in it.</summary>
    public Task<long?> KeyAsync(string sql, params ReadOnlySpan<object?> arguments) => KeyAsync(Prepare(sql, arguments));

    /// <summary>The first row; default when there is none.</summary>
    public Task<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> arguments) =>
        FirstAsync(Prepare(sql, arguments), read);

    /// <summary>All rows. What may be many is asked for in pages.</summary>
    public Task<List<T>> ListAsync<T>(
        string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params ReadOnlySpan<object?> arguments) =>
        ListAsync(Prepare(sql, arguments), read, cancellationToken);

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private static async Task<long?> KeyAsync(DbCommand command)
    {
        var value = await command.ExecuteScalarAsync(CancellationToken.None).ConfigureAwait(false);
        return value is null or DBNull ? null : (long)value;
    }

    private static async Task<T?> FirstAsync<T>(DbCommand command, Func<DbDataReader, T> read)
    {
        var reader = await command.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false) ? read(reader) : default;
        }
    }

    private static async Task<List<T>> ListAsync<T>(DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var list = new List<T>();
        var reader = await command.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                list.Add(read(reader));
            }
        }

        return list;
    }

    private DbCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            if (commands.Count >= MostPrepared)
            {
                Forget();
            }

            command = Create(sql, arguments.Length);
            commands.Add(sql, command);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        }

        return command;
    }

    private DbCommand Create(string sql, int parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is made of constants; what callers give travels in parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"${i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private void Forget()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        commands.Clear();
    }
}
