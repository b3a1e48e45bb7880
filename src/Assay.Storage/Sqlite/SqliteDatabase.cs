using Assay.Storage.Sql;

namespace Assay.Storage.Sqlite;

/// <summary>An open file: one writer, many readers.</summary>
internal sealed class SqliteDatabase : ISqlDatabase
{
    private readonly SqliteFile _file;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;

    private SqliteDatabase(SqliteFile file, SqliteSession firstReader)
    {
        _file = file;
        _writer = new SqliteWriter(file);
        _readers = new SqliteReaders(file, firstReader);
    }

    /// <summary>Opens the file, creates what is missing, brings an older schema up to date.</summary>
    public static async Task<SqliteDatabase> OpenAsync(SqliteFile file, CancellationToken cancellationToken)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = file.Connect();
            await new SqliteSchema(file).EnsureAsync(connection, cancellationToken).ConfigureAwait(false);
            SqliteFile.PrepareReader(connection);
            return new SqliteDatabase(file, new SqliteSession(connection));
        }
        catch (SqliteException error)
        {
            connection?.Dispose();
            throw SqliteErrors.TranslateAtOpening(error, file.Path);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    public Task<T> ReadAsync<T>(Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        _readers.ReadAsync(work, cancellationToken);

    public Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken) =>
        _writer.WriteAsync(work, cancellationToken);

    public Task CompactAsync(CancellationToken cancellationToken) => Task.Run(_file.Compact, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        _readers.Dispose();
    }
}
