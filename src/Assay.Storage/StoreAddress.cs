using Assay.Artifacts;
using Assay.Storage.Postgres;
using Assay.Storage.Sqlite;

namespace Assay.Storage;

/// <summary>
/// Where a store is, as people write it: the path of a SQLite file (<c>lab.db</c>, <c>sqlite:///lab.db</c>, <c>file:///home/ana/lab.db</c>) or the
/// URL of a PostgreSQL database (<c>postgresql://user:password@host:port/database?sslmode=require</c>).
/// </summary>
public sealed class StoreAddress
{
    private readonly string _text;

    private StoreAddress(string text, bool isPostgres) => (_text, IsPostgres) = (text, isPostgres);

    /// <summary>Whether the store is in PostgreSQL; else it is a file.</summary>
    public bool IsPostgres { get; }

    /// <summary>The file's path, as it was given. Only for a file.</summary>
    public string Path => IsPostgres ? throw new InvalidOperationException("A database has no path.") : _text;

    /// <summary>The database's URL with name and password. Only for a database, and never to be shown.</summary>
    internal string Url => IsPostgres ? _text : throw new InvalidOperationException("A file has no URL.");

    /// <summary>Whether a text is the URL of a database rather than a path.</summary>
    public static bool IsUrl(string text) => text.Contains("://", StringComparison.Ordinal);

    /// <summary>Reads an address; touches no file and no network.</summary>
    /// <exception cref="BadInputException">It can be no store's address. The message repeats no password.</exception>
    public static StoreAddress Parse(string text)
    {
        if (PostgresStore.IsAddress(text))
        {
            return Postgres(text);
        }

        if (text.StartsWith("sqlite:///", StringComparison.Ordinal))
        {
            return new(text["sqlite:///".Length..], isPostgres: false);
        }

        if (text.StartsWith("file://", StringComparison.Ordinal))
        {
            return new(new Uri(text).LocalPath, isPostgres: false);
        }

        const string Advice = "give a file, such as assay.db, or postgresql://…";
        if (IsUrl(text))
        {
            throw new BadInputException($"{text.Split("://")[0]}:// is not a store that this version can open; {Advice}");
        }

        // Names that MLflow understands otherwise must not become files of that name.
        return text.StartsWith("file:", StringComparison.Ordinal) || text is "databricks" or "databricks-uc" || text.StartsWith("databricks:", StringComparison.Ordinal)
            ? throw new BadInputException($"'{text}' is not a store that this version can open; {Advice}")
            : new(text, isPostgres: false);
    }

    /// <summary>Opens the store; creates what is missing and brings an older schema up to date.</summary>
    /// <param name="artifacts">Where artifacts are kept; null for the default, which is beside the file, or in the user's data folder.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="BadInputException">What is there is no store, or of a newer Assay, or the database lets nobody in.</exception>
    /// <exception cref="AssayException">The database does not answer, or the file stays locked.</exception>
    public Task<SqlStore> OpenAsync(IArtifactStore? artifacts = null, CancellationToken cancellationToken = default) => IsPostgres
        ? PostgresStore.OpenAsync(_text, new PostgresStoreOptions { Artifacts = artifacts }, cancellationToken)
        : EmbeddedStore.OpenAsync(_text, new EmbeddedStoreOptions { Artifacts = artifacts }, cancellationToken);

    /// <summary>The version of the store's schema; null when there is no store. Creates nothing and changes nothing.</summary>
    /// <exception cref="BadInputException">As for <see cref="OpenAsync"/>.</exception>
    /// <exception cref="AssayException">As for <see cref="OpenAsync"/>.</exception>
    public Task<int?> ReadSchemaVersionAsync(CancellationToken cancellationToken = default) => IsPostgres
        ? PostgresDatabase.ReadVersionAsync(PostgresAddress.Parse(_text), new PostgresStoreOptions(), cancellationToken)
        : Task.FromResult(SqliteDatabase.ReadVersion(System.IO.Path.GetFullPath(_text)));

    /// <summary>The version that opening a store brings it to.</summary>
    public int NewestSchemaVersion => IsPostgres ? PostgresSchema.Newest : SqliteSchema.Newest;

    /// <summary>The address as people may see it: without a database's user and password.</summary>
    public override string ToString() => IsPostgres ? PostgresAddress.Parse(_text).Location : _text;

    private static StoreAddress Postgres(string url)
    {
        _ = PostgresAddress.Parse(url);
        return new(url, isPostgres: true);
    }
}
