using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>Copies one state of a store's file, while others write to it.</summary>
internal static class SqliteCopy
{
    /// <summary>The engine looks this often, in its own steps, whether it is to stop.</summary>
    private const int StepsBetweenLooks = 100_000;

    public static void Write(string path, string target, CancellationToken cancellationToken)
    {
        if (SqliteDatabase.ReadVersion(path) is null)
        {
            throw new BadInputException($"No store at {path}.");
        }

        try
        {
            using (var connection = new SqliteFile(path, new EmbeddedStoreOptions()).Connect())
            {
                raw.sqlite3_progress_handler(connection.Handle, StepsBetweenLooks, _ => cancellationToken.IsCancellationRequested ? 1 : 0, null);
                connection.Run($"VACUUM INTO '{target.Replace("'", "''", StringComparison.Ordinal)}'");
            }

            // The copy is in the mode of a store, so that readers of it will not wait for its writer.
            using var copy = SqliteConnection.Open(target, TimeSpan.Zero);
            copy.Run("PRAGMA journal_mode = WAL");
        }
        catch (SqliteException error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw error.Code is raw.SQLITE_FULL or raw.SQLITE_CANTOPEN
                ? new BadInputException($"{target} cannot be written ({raw.sqlite3_errstr(error.ExtendedCode).utf8_to_string()}). Name a place with room.", error)
                : SqliteErrors.Translate(error, path);
        }
    }
}
