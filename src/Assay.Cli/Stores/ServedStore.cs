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
        var path = store is { } given ? ToPath(given) : EmbeddedStore.DefaultPath;
        var options = new EmbeddedStoreOptions
        {
            Artifacts = OpenArtifacts(artifacts),
            ReadTimeout = queryTimeout,
            RefusesWhenFull = true,
        };
        try
        {
            return await EmbeddedStore.OpenAsync(path, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is BadInputException or AssayException)
        {
            throw new BadInputException($"{store?.Origin ?? "--store"}: {error.Message}", error);
        }
    }

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

    private static string ToPath(SettingValue given)
    {
        if (given.Text.StartsWith("sqlite:///", StringComparison.Ordinal))
        {
            return given.Text["sqlite:///".Length..];
        }

        return given.Text.Contains("://", StringComparison.Ordinal)
            ? throw new BadInputException($"{given.Origin}: {Scheme(given)}:// is not a store that this version can open; give a file, such as assay.db")
            : given.Text;
    }

    private static string Scheme(SettingValue given) => given.Text.Split("://")[0];
}
