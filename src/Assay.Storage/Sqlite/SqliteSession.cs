using Assay.Storage.Sql;
using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>
/// A session on a file. SQLite answers at once or not at all: nothing here waits, so all tasks are complete when they are returned.
/// </summary>
internal sealed class SqliteSession(SqliteConnection connection) : SqlSession
{
    private const int MostPrepared = 256;
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    public override SqlDialect Dialect => SqliteDialect.Instance;

    public SqliteConnection Connection => connection;

    /// <summary>What stops statements that take too long; made by the first who sets a limit.</summary>
    public SqliteDeadline Deadline => field ??= new(connection);

    public override ValueTask<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> arguments)
    {
        var statement = Prepare(sql, arguments);
        try
        {
            while (statement.Step())
            {
            }

            return ValueTask.FromResult(raw.sqlite3_changes(connection.Handle));
        }
        finally
        {
            statement.Reset();
        }
    }

    public override ValueTask<T?> FirstAsync<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<object?> arguments)
        where T : default
    {
        var statement = Prepare(sql, arguments);
        try
        {
            return ValueTask.FromResult(statement.Step() ? read(statement) : default);
        }
        finally
        {
            statement.Reset();
        }
    }

    public override ValueTask<List<T>> ListAsync<T>(
        string sql, Func<SqlRow, T> read, CancellationToken cancellationToken, params ReadOnlySpan<object?> arguments)
    {
        var statement = Prepare(sql, arguments);
        try
        {
            var list = new List<T>();
            while (statement.Step())
            {
                cancellationToken.ThrowIfCancellationRequested();
                list.Add(read(statement));
            }

            return ValueTask.FromResult(list);
        }
        finally
        {
            statement.Reset();
        }
    }

    public override void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private SqliteStatement Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            if (_statements.Count >= MostPrepared)
            {
                Forget();
            }

            statement = new SqliteStatement(connection, sql);
            _statements.Add(sql, statement);
        }

        statement.Bind(arguments);
        return statement;
    }

    private void Forget()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
    }
}
