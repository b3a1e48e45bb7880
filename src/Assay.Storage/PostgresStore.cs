using Assay.Storage.Artifacts;
using Assay.Storage.Postgres;

namespace Assay.Storage;

/// <summary>
/// Everything in a schema of a PostgreSQL database (13 or newer), with the artifacts in a folder or wherever the options say. May be used by many threads, and the
/// database by many servers.
/// </summary>
public static class PostgresStore
{
    /// <summary>
    /// Where artifacts lie when nothing else is said: <c>assay/artifacts</c> in the user's data folder. Servers on several machines must be given
    /// a place that all of them see.
    /// </summary>
    public static string DefaultArtifacts => Path.Combine(Path.GetDirectoryName(EmbeddedStore.DefaultPath)!, "artifacts");

    /// <summary>Whether it is the address of a PostgreSQL database: <c>postgres://…</c> or <c>postgresql://…</c>.</summary>
    public static bool IsAddress(string text) => PostgresAddress.IsAddress(text);

    /// <summary>Opens a store; creates the schema and its tables when they are missing, and brings older ones up to date.</summary>
    /// <param name="url"><c>postgresql://user:password@host:port/database?sslmode=require&amp;schema=assay</c>. What is missing comes from where
    /// PostgreSQL's own programs look: <c>PGPASSWORD</c>, <c>~/.pgpass</c>.</param>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="BadInputException">The address cannot be one, lets nobody in, names no database, or what is there is another
    /// program's or of a newer Assay.</exception>
    /// <exception cref="AssayException">The database does not answer.</exception>
    public static async Task<SqlStore> OpenAsync(string url, PostgresStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new PostgresStoreOptions();
        var address = PostgresAddress.Parse(url);
        var database = await PostgresDatabase.OpenAsync(address, options, cancellationToken).ConfigureAwait(false);
        return new SqlStore(database, options.Artifacts ?? new FileArtifactStore(DefaultArtifacts), options.TimeProvider, address.Location);
    }
}
