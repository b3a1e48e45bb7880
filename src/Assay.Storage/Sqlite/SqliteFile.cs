namespace Assay.Storage.Sqlite;

/// <summary>A store's file, and how connections to it are opened.</summary>
internal sealed class SqliteFile(string path, EmbeddedStoreOptions options)
{
    private const string Settings = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA temp_store = MEMORY;";

    // Frequent small checkpoints would write the same pages of the indexes again and again during a bulk load.
    private const string WriterSettings = "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32000;";

    public string Path => path;

    public EmbeddedStoreOptions Options => options;

    /// <summary>A connection without any setting that would touch the file, to look what it is.</summary>
    public SqliteConnection Connect() => SqliteConnection.Open(path, options.BusyTimeout);

    public SqliteSession OpenReader() => Open(PrepareReader);

    public SqliteSession OpenWriter() => Open(connection =>
    {
        connection.Run(Settings + WriterSettings);
        if (options.MaxPages is { } pages)
        {
            connection.Run($"PRAGMA max_page_count = {pages}");
        }
    });

    /// <summary>Makes a connection one that only reads.</summary>
    public static void PrepareReader(SqliteConnection connection)
    {
        connection.Run(Settings + "PRAGMA query_only = ON;");
        SqliteDialect.Register(connection);
    }

    /// <summary>Writes the file anew without the pages that nothing uses; waits for other writers no longer than a write does.</summary>
    public void Compact()
    {
        using var connection = Connect();
        try
        {
            connection.Run(Settings + "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Translate(error, path);
        }
    }

    private SqliteSession Open(Action<SqliteConnection> prepare)
    {
        var connection = Connect();
        try
        {
            prepare(connection);
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
