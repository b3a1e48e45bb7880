using Assay.Cli.Settings;
using Assay.Storage;
using Assay.Storage.Artifacts;

namespace Assay.Cli.Stores;

/// <summary>The store behind a server, and its artifacts. Other kinds of either enter here, by their addresses.</summary>
internal static class ServedStore
{
    public static async Task<SqlStore> OpenAsync(
        SettingValue? store, SettingValue? artifacts, TimeSpan queryTimeout, CancellationToken cancellationToken)
    {
        var files = OpenArtifacts(artifacts);
        try
        {
            if (store is { } address && PostgresStore.IsAddress(address.Text))
            {
                var options = new PostgresStoreOptions { Artifacts = files, StatementTimeout = queryTimeout };
                return await PostgresStore.OpenAsync(address.Text, options, cancellationToken).ConfigureAwait(false);
            }

            var path = store is { } given ? ToPath(given) : EmbeddedStore.DefaultPath;
            return await EmbeddedStore.OpenAsync(
                path, new EmbeddedStoreOptions { Artifacts = files, ReadTimeout = queryTimeout, RefusesWhenFull = true }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (error is BadInputException or AssayException)
        {
            throw new BadInputException($"{store?.Origin ?? "--store"}: {error.Message}", error);
        }
    }

    /// <summary>What keeps the store, for people.</summary>
    public static string EngineOf(SqlStore store) => PostgresStore.IsAddress(store.Location) ? "PostgreSQL" : EmbeddedStore.Engine;

    private static FileArtifactStore? OpenArtifacts(SettingValue? artifacts)
    {
        if (artifacts is not { } given)
        {
            return null;
        }

        if (given.Text.Contains("://", StringComparison.Ordinal))
        {
            throw new BadInputException($"{given.Origin}: {Scheme(given)}:// is no place for artifacts that this version knows; give a folder");
        }

        try
        {
            Directory.CreateDirectory(given.Text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"{given.Origin}: the folder {given.Text} cannot be made: {error.Message}", error);
        }

        return new FileArtifactStore(given.Text);
    }

    private static string ToPath(SettingValue given)
    {
        if (given.Text.StartsWith("sqlite:///", StringComparison.Ordinal))
        {
            return given.Text["sqlite:///".Length..];
        }

        return given.Text.Contains("://", StringComparison.Ordinal)
            ? throw new BadInputException($"{given.Origin}: {Scheme(given)}:// is not a store that this version can open; give a file, such as assay.db, or postgres://…")
            : given.Text;
    }

    private static string Scheme(SettingValue given) => given.Text.Split("://")[0];
}
