using Assay.Storage.Artifacts;
using Assay.Storage.Postgres;
using Assay.Storage.Sqlite;

namespace Assay.Storage;

/// <summary>
/// A copy of one state of a store, made while others read and write it. Artifacts are not in it: they are files, never changed once they are
/// written, and are copied after it as files.
/// </summary>
public static class StoreBackup
{
    /// <summary>
    /// Writes the copy under a temporary name beside its own, makes it durable and renames it: there is a whole copy or none. Of a SQLite file the
    /// copy is a store itself, ready to be opened; of a database it is what <c>pg_dump --format=custom</c> writes.
    /// </summary>
    /// <param name="store">The store. It must be there.</param>
    /// <param name="file">The copy's path.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <param name="cancellationToken">Ends it; nothing is left.</param>
    /// <exception cref="BadInputException">The copy is there already, is the store itself or cannot be written; the store is not there; or
    /// PostgreSQL's <c>pg_dump</c> is not installed or failed.</exception>
    public static async Task WriteAsync(StoreAddress store, string file, bool overwrite = false, CancellationToken cancellationToken = default)
    {
        var target = Path.GetFullPath(file);
        Check(store, target, overwrite);
        var temporary = $"{target}.assay-writing-{Guid.NewGuid():N}";
        try
        {
            if (store.IsPostgres)
            {
                await PostgresDump.WriteAsync(PostgresAddress.Parse(store.Url), temporary, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await Task.Run(() => SqliteCopy.Write(Path.GetFullPath(store.Path), temporary, cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            Flush(temporary);
            File.Move(temporary, target, overwrite);
            FolderFlush.Flush(Path.GetDirectoryName(target)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{target} cannot be written: {error.Message.TrimEnd('.')}. Name a place that can be.", error);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Check(StoreAddress store, string target, bool overwrite)
    {
        if (Directory.Exists(target))
        {
            throw new BadInputException($"{target} is a folder: name a file in it.");
        }

        if (Directory.Exists(Path.GetDirectoryName(target)) is false)
        {
            throw new BadInputException($"The folder of {target} is not there: make it or name another.");
        }

        if (!store.IsPostgres && Path.GetFullPath(store.Path) == target)
        {
            throw new BadInputException($"{target} is the store itself: name another file.");
        }

        if (File.Exists(target) && !overwrite)
        {
            throw new BadInputException($"{target} is there already: name another file, or replace it with --force.");
        }
    }

    private static void Flush(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
