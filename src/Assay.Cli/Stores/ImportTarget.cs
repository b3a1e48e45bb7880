using Assay.Cli.Settings;
using Assay.Storage;

namespace Assay.Cli.Stores;

/// <summary>The store that an import copies into: named as for <c>assay serve</c>, or as for every other command.</summary>
internal sealed class ImportTarget : IAsyncDisposable
{
    private readonly DirectoryInfo? _standIn;

    private ImportTarget(IAssayStore store, DirectoryInfo? standIn = null)
    {
        Store = store;
        _standIn = standIn;
    }

    public IAssayStore Store { get; }

    public static async Task<ImportTarget> OpenAsync(SettingBag settings, bool dryRun, CancellationToken cancellationToken)
    {
        var (store, uri) = (settings.Last("store"), settings.Text("tracking-uri"));
        if (store is not null && uri is not null)
        {
            throw new BadInputException("--store and --tracking-uri name the store twice; leave one away");
        }

        if (store is null && settings.Has("artifacts"))
        {
            throw new BadInputException("--artifacts needs --store");
        }

        // A look must not make a store: one that is not there yet is as an empty one.
        if (dryRun && !(store is { } named ? IsThere(named.Text) : StoreLocation.IsThere(uri)))
        {
            var folder = Directory.CreateTempSubdirectory("assay-dry-run-");
            return new ImportTarget(
                await EmbeddedStore.OpenAsync(Path.Combine(folder.FullName, "assay.db"), cancellationToken: cancellationToken).ConfigureAwait(false), folder);
        }

        return new ImportTarget(store is null
            ? await StoreLocation.OpenAsync(uri, cancellationToken).ConfigureAwait(false)
            : await ServedStore.OpenAsync(store, settings.Last("artifacts"), TimeSpan.FromMinutes(10), cancellationToken).ConfigureAwait(false));
    }

    private static bool IsThere(string store) => store.StartsWith("sqlite:///", StringComparison.Ordinal)
        ? File.Exists(store["sqlite:///".Length..])
        : store.Contains("://", StringComparison.Ordinal) || File.Exists(store);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync().ConfigureAwait(false);
        _standIn?.Delete(recursive: true);
    }
}
