using Assay.Storage.Sqlite;

namespace Assay.Server.Tests.Limits;

/// <summary>Holds a store's file as another process that writes to it would.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly SqliteConnection _connection;

    private FileLock(SqliteConnection connection) => _connection = connection;

    public static async Task<FileLock> TakeAsync(string path)
    {
        var connection = SqliteConnection.Open(path, TimeSpan.FromSeconds(10));
        await Task.Run(() => connection.Run("BEGIN IMMEDIATE"));
        return new(connection);
    }

    public Task ReleaseAsync() => Task.Run(() => _connection.Run("COMMIT"));

    public void Dispose() => _connection.Dispose();
}
