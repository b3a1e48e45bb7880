using Assay.Import;
using Assay.Import.Mlruns;
using Assay.Import.Stores;
using Assay.Storage;
using Assay.Tracking;

namespace Assay.Tests.Import;

/// <summary>A place for an import: a folder to import from, and an embedded store to import into.</summary>
internal sealed class ImportLab : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private ImportLab(TemporaryFolder folder, SqlStore store)
    {
        _folder = folder;
        Store = store;
        Mlruns = new MlrunsFolder(folder["mlruns"]);
    }

    public SqlStore Store { get; }

    public MlrunsFolder Mlruns { get; }

    public string this[string name] => _folder[name];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ImportLab> OpenAsync()
    {
        var folder = new TemporaryFolder();
        return new ImportLab(folder, await EmbeddedStore.OpenAsync(folder["assay.db"], cancellationToken: Cancel));
    }

    /// <summary>Imports the folder into the store, or into one that stands before it.</summary>
    public async Task<ImportReport> ImportAsync(ImportOptions? options = null, IAssayStore? target = null)
    {
        await using var source = MlrunsSource.Open(Mlruns.Root);
        return await new Importer(source, target ?? Store, options ?? new ImportOptions()).RunAsync(cancellationToken: Cancel);
    }

    /// <summary>Imports the store into another.</summary>
    public static async Task<ImportReport> ImportAsync(IAssayStore from, IAssayStore to, ImportOptions? options = null) =>
        await new Importer(new StoreSource(from), to, options ?? new ImportOptions()).RunAsync(cancellationToken: Cancel);

    public Task<Run> RunAsync(string id) => Store.Tracking.GetRunAsync(id, Cancel);

    public async Task<IReadOnlyList<Metric>> HistoryAsync(string run, string key) =>
        (await Store.Tracking.GetMetricHistoryAsync(run, key, cancellationToken: Cancel)).Items;

    public async Task<string> ReadAsync(string uri, string path)
    {
        await using var stream = await Store.Artifacts.OpenReadAsync(uri, path, Cancel);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
