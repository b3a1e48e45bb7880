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
            ? throw new BadInputException($"{given.Origin}: {Scheme(given)}:// is not a store that this version can open; give a file, such as assay.db")
            : given.Text;
    }

    private static string Scheme(SettingValue given) => given.Text.Split("://")[0];
}
