using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>
/// An open file, on the engine's own interface: the ADO.NET provider would add 40 ms to every start and sleeps 150 ms when a file is busy.
/// </summary>
internal sealed class SqliteConnection : IDisposable
{
    private SqliteConnection(sqlite3 handle) => Handle = handle;

    public sqlite3 Handle { get; }

    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    public static SqliteConnection Open(string path, TimeSpan busyTimeout)
    {
        _ = SqliteEngine.Library;
        var code = raw.sqlite3_open_v2(path, out var handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null);
        var connection = new SqliteConnection(handle);
        if (code != raw.SQLITE_OK)
        {
            var error = connection.Error(code);
            connection.Dispose();
            throw error;
        }

        _ = raw.sqlite3_extended_result_codes(handle, 1);
        connection.SetBusyTimeout(busyTimeout);
        return connection;
    }

    public void SetBusyTimeout(TimeSpan time) => _ = raw.sqlite3_busy_timeout(Handle, (int)time.TotalMilliseconds);

    /// <summary>Runs statements without parameters.</summary>
    public void Run(string sql)
    {
        var code = TryRun(sql);
        if (code != raw.SQLITE_OK)
        {
            throw Error(code);
        }
    }

    /// <summary>Runs statements and gives the result code.</summary>
    public int TryRun(string sql) => raw.sqlite3_exec(Handle, sql);

    /// <summary>The integer that a statement answers.</summary>
    public long Number(string sql)
    {
        using var statement = new SqliteStatement(this, sql);
        return statement.Step() ? statement.Long(0) : throw Error(raw.SQLITE_ERROR);
    }

    public SqliteException Error(int code) => new(code, raw.sqlite3_errmsg(Handle).utf8_to_string());

    public void Dispose() => Handle.Dispose();
}
