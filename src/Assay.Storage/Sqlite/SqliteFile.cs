using Assay.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>A store's file, and how connections to it are opened.</summary>
internal sealed class SqliteFile(string path, EmbeddedStoreOptions options)
{
    // Frequent small checkpoints would write the same pages of the indexes again and again during a bulk load.
    private const string Settings = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA temp_store = MEMORY;";
    private const string WriterSettings = "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -16000;";

    public string Path => path;

    public EmbeddedStoreOptions Options => options;

    public SqlSession OpenReader() => Open(connection => connection.Run("PRAGMA query_only = ON;"));

    public SqlSession OpenWriter() => Open(connection =>
    {
        connection.Run(WriterSettings);
        if (options.MaxPages is { } pages)
        {
            connection.Run($"PRAGMA max_page_count = {pages}");
        }
    });

    /// <summary>A connection without any setting that would touch the file, to look what it is.</summary>
    public SqliteConnection Connect()
    {
        _ = SqliteEngine.Library;
        var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 };
        var connection = new SqliteConnection(text.ConnectionString);
        try
        {
            connection.Open();
            _ = raw.sqlite3_busy_timeout(connection.Handle, (int)options.BusyTimeout.TotalMilliseconds);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes a connection ready for the stores.</summary>
    public static SqlSession Prepare(SqliteConnection connection)
    {
        connection.Run(Settings);
        SqliteDialect.Register(connection);
        return new SqlSession(connection, SqliteDialect.Instance);
    }

    private SqlSession Open(Action<SqliteConnection> prepare)
    {
        var connection = Connect();
        try
        {
            var session = Prepare(connection);
            prepare(connection);
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
