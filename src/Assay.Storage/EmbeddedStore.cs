using Assay.Storage.Artifacts;
using Assay.Storage.Sqlite;

namespace Assay.Storage;

/// <summary>
/// Everything in one SQLite file, <c>X.db</c>, with the artifacts in the folder <c>X-artifacts</c> beside it. May be used by many threads,
/// and the file by many processes.
/// </summary>
public static class EmbeddedStore
{
    /// <summary>
    /// The store of a user who named none: <c>assay/assay.db</c> in the user's data folder (<c>$XDG_DATA_HOME</c> or <c>~/.local/share</c>
    /// on Linux, <c>~/Library/Application Support</c> on macOS, <c>%LOCALAPPDATA%</c> on Windows).
    /// </summary>
    public static string DefaultPath => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "assay", "assay.db");

    /// <summary>The engine that runs: <c>SQLite 3.40.1 (libsqlite3.so.0)</c>.</summary>
    public static string Engine => $"SQLite {SqliteEngine.Version} ({SqliteEngine.Library})";

    /// <summary>The engine's version: <c>3.40.1</c>.</summary>
    public static string EngineVersion => SqliteEngine.Version;

    /// <summary>Opens a store; creates the file, its folder and its tables when they are missing.</summary>
    /// <exception cref="BadInputException">The path cannot be used: a folder, not writable, another program's file, or of a newer
    /// Assay.</exception>
    /// <exception cref="AssayException">The file is locked by another process for longer than the options allow.</exception>
    public static async Task<SqlStore> OpenAsync(
        string path, EmbeddedStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EmbeddedStoreOptions();
        var file = new SqliteFile(Prepare(path), options);
        var database = await SqliteDatabase.OpenAsync(file, cancellationToken).ConfigureAwait(false);
        return new SqlStore(database, options.Artifacts ?? new FileArtifactStore(ArtifactsFolder(file.Path)), options.TimeProvider, file.Path);
    }

    private static string Prepare(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new BadInputException("The store's path is empty: name a file, such as assay.db.");
        }

        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new BadInputException($"{full} is a folder: name a file in it, such as {Path.Combine(full, "assay.db")}.");
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(
                $"The folder of {full} cannot be created: {error.Message.TrimEnd('.')}. Name a place that can be written.", error);
        }

        return full;
    }

    private static string ArtifactsFolder(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + "-artifacts");
}
