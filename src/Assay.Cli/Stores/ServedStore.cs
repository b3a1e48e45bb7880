using Assay.Artifacts;
using Assay.Cli.Settings;
using Assay.Storage;
using Assay.Storage.S3;

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
            var address = StoreAddress.Parse(store?.Text ?? EmbeddedStore.DefaultPath);
            if (address.IsPostgres)
            {
                var options = new PostgresStoreOptions { Artifacts = files, StatementTimeout = queryTimeout };
                return await PostgresStore.OpenAsync(store!.Value.Text, options, cancellationToken).ConfigureAwait(false);
            }

            return await EmbeddedStore.OpenAsync(
                address.Path, new EmbeddedStoreOptions { Artifacts = files, ReadTimeout = queryTimeout, RefusesWhenFull = true }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (AssayException away) when (away.Code == ErrorCode.TemporarilyUnavailable)
        {
            throw new AssayException(away.Code, $"{store?.Origin ?? "--store"}: {away.Message}", away);
        }
        catch (Exception error) when (error is BadInputException or AssayException)
        {
            throw new BadInputException($"{store?.Origin ?? "--store"}: {error.Message}", error);
        }
    }

    /// <summary>What keeps the store, for people.</summary>
    public static string EngineOf(SqlStore store) => PostgresStore.IsAddress(store.Location) ? "PostgreSQL" : EmbeddedStore.Engine;

    private static IArtifactStore? OpenArtifacts(SettingValue? artifacts)
    {
        if (artifacts is not { } given)
        {
            return null;
        }

        try
        {
            return ArtifactLocation.Open(given.Text);
        }
        catch (BadInputException error)
        {
            throw new BadInputException($"{given.Origin}: {error.Message}", error);
        }
    }
}
