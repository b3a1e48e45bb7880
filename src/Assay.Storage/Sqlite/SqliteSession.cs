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

    public override ValueTask<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> arguments) => ValueTask.FromResult(Execute(sql, arguments));

    public override ValueTask PostAsync(string sql, params ReadOnlySpan<object?> arguments)
    {
        Execute(sql, arguments);
        return ValueTask.CompletedTask;
    }

    /// <summary>Many rows with one statement, which goes on where it stands in the table instead of searching its place anew.</summary>
    public override ValueTask InsertAsync(SqlInsert insert, IReadOnlyList<object?[]> rows)
    {
        var sql = SqliteInsert.Of(insert);
        var first = 0;
        for (; sql.Many is not null && rows.Count - first >= SqliteInsert.RowsAtOnce; first += SqliteInsert.RowsAtOnce)
        {
            Execute(sql.Many, SqliteInsert.Flatten(rows, first));
        }

        for (; first < rows.Count; first++)
        {
            Execute(sql.One, rows[first]);
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask<List<T>> InsertAsync<T>(SqlInsert insert, IReadOnlyList<object?[]> rows, Func<SqlRow, T> read)
    {
        var sql = SqliteInsert.Of(insert).One;
        var list = new List<T>(rows.Count);
        foreach (var row in rows)
        {
            Read(list, sql, read, row, CancellationToken.None);
        }

        return ValueTask.FromResult(list);
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
        var list = new List<T>();
        Read(list, sql, read, arguments, cancellationToken);
        return ValueTask.FromResult(list);
    }

    public override void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private int Execute(string sql, ReadOnlySpan<object?> arguments)
    {
        var statement = Prepare(sql, arguments);
        try
        {
            while (statement.Step())
            {
            }

            return raw.sqlite3_changes(connection.Handle);
        }
        finally
        {
            statement.Reset();
        }
    }

    private void Read<T>(List<T> list, string sql, Func<SqlRow, T> read, ReadOnlySpan<object?> arguments, CancellationToken cancellationToken)
    {
        var statement = Prepare(sql, arguments);
        try
        {
            while (statement.Step())
            {
                cancellationToken.ThrowIfCancellationRequested();
                list.Add(read(statement));
            }
        }
        finally
        {
            statement.Reset();
        }
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
