using Assay.Storage.Sql;
using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>
/// Says whose file it is and of which version, before anything in it is touched: <c>application_id</c> is Assay's mark,
/// <c>user_version</c> the number of the last migration.
/// </summary>
internal sealed class SqliteSchema(SqliteFile file)
{
    /// <summary>The letters <c>Assa</c>.</summary>
    internal const int ApplicationId = 0x41737361;

    private static readonly IReadOnlyList<Migration> Migrations = Migration.Of("Sqlite");

    public static int Newest => Migrations[^1].Version;

    /// <summary>Refuses what is not a store of ours, creates an empty one, brings an older one up to date.</summary>
    public async Task EnsureAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        // One transaction, so that what is read is one state though another process may be creating the file.
        connection.Run("BEGIN");
        try
        {
            if (ReadVersion(connection) == Newest)
            {
                return;
            }
        }
        finally
        {
            connection.TryRun("COMMIT");
        }

        await UseWriteAheadLogAsync(connection, cancellationToken).ConfigureAwait(false);
        var turn = new SqliteLock(file);
        await turn.BeginAsync(connection).ConfigureAwait(false);
        try
        {
            // Another process may have been faster.
            var version = ReadVersion(connection);
            foreach (var migration in Migrations.Where(migration => migration.Version > version))
            {
                connection.Run(migration.ReadSql());
            }

            connection.Run($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Newest};");
            await turn.CommitAsync(connection).ConfigureAwait(false);
        }
        catch
        {
            connection.TryRun("ROLLBACK");
            throw;
        }
    }

    /// <summary>The version; 0 for an empty file. Refuses another program's file and a newer version.</summary>
    public int ReadVersion(SqliteConnection connection)
    {
        var application = connection.Number("PRAGMA application_id");
        var version = (int)connection.Number("PRAGMA user_version");
        if (application != ApplicationId)
        {
            return application == 0 && version == 0 && connection.Number("SELECT count(*) FROM sqlite_master") == 0
                ? 0
                : throw new BadInputException(
                    $"{file.Path} is another program's database, not an Assay store. It was left as it is; name another file.");
        }

        return version <= Newest
            ? version
            : throw new BadInputException(
                $"{file.Path} was written by a newer Assay (schema {version}; this one knows up to {Newest}). Update Assay or name another file.");
    }

    /// <summary>
    /// The engine does not wait by itself when it changes the journal, and another process may be creating the same file.
    /// </summary>
    private async Task UseWriteAheadLogAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        int code;
        while (((code = connection.TryRun("PRAGMA journal_mode = WAL")) & 0xff) == raw.SQLITE_BUSY
            && TimeProvider.System.GetElapsedTime(started) < file.Options.BusyTimeout)
        {
            await Task.Delay(5, cancellationToken).ConfigureAwait(false);
        }

        if (code != raw.SQLITE_OK)
        {
            throw connection.Error(code);
        }
    }
}
