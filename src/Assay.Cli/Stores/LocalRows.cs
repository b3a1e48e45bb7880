using System.Collections.Concurrent;
using Assay.Evaluations;
using Assay.Storage;
using Assay.Tracking;

namespace Assay.Cli.Stores;

/// <summary>Rows of runs that a server keeps, on this machine: one file a run, in a folder.</summary>
internal sealed class LocalRows(string folder) : IEvaluationStore, IAsyncDisposable
{
    private const string DefaultExperiment = "0";
    private readonly ConcurrentDictionary<string, Lazy<Task<IAssayStore>>> _open = [];

    public string Folder => folder;

    /// <summary>Whether rows of that run are here.</summary>
    public bool Has(string runId) => File.Exists(PathOf(runId));

    public async Task AppendAsync(string runId, IReadOnlyList<EvaluationRow> rows, CancellationToken cancellationToken = default)
    {
        var store = await OpenAsync(runId).ConfigureAwait(false);
        await store.Evaluations.AppendAsync(runId, rows, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Page<EvaluationRow>> ReadAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default) => Has(query.RunId)
        ? await (await OpenAsync(query.RunId).ConfigureAwait(false)).Evaluations.ReadAsync(query, cancellationToken).ConfigureAwait(false)
        : new Page<EvaluationRow>([], null);

    public async IAsyncEnumerable<EvaluationRowKey> ReadKeysAsync(
        string runId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Has(runId))
        {
            var store = await OpenAsync(runId).ConfigureAwait(false);
            await foreach (var key in store.Evaluations.ReadKeysAsync(runId, cancellationToken).ConfigureAwait(false))
            {
                yield return key;
            }
        }
    }

    public async Task<EvaluationCounts> CountAsync(string runId, CancellationToken cancellationToken = default) => Has(runId)
        ? await (await OpenAsync(runId).ConfigureAwait(false)).Evaluations.CountAsync(runId, cancellationToken).ConfigureAwait(false)
        : default;

    public async Task<long?> CountMatchesAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default) => Has(query.RunId)
        ? await (await OpenAsync(query.RunId).ConfigureAwait(false)).Evaluations.CountMatchesAsync(query, cancellationToken).ConfigureAwait(false)
        : 0;

    /// <summary>Removes the rows of a run from this machine.</summary>
    public async Task ForgetAsync(string runId)
    {
        if (_open.TryRemove(runId, out var opened))
        {
            await (await opened.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }

        foreach (var ending in (string[])["", "-wal", "-shm"])
        {
            File.Delete(PathOf(runId) + ending);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var opened in _open.Values)
        {
            await (await opened.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }

        _open.Clear();
    }

    private async Task<IAssayStore> OpenAsync(string runId)
    {
        var opened = _open.GetOrAdd(runId, id => new(() => OpenFileAsync(id)));
        try
        {
            return await opened.Value.ConfigureAwait(false);
        }
        catch
        {
            // The next call tries again.
            _open.TryRemove(KeyValuePair.Create(runId, opened));
            throw;
        }
    }

    private async Task<IAssayStore> OpenFileAsync(string runId)
    {
        var isNew = !Has(runId);
        var store = await EmbeddedStore.OpenAsync(PathOf(runId)).ConfigureAwait(false);
        if (isNew)
        {
            await store.Tracking.CreateRunAsync(new NewRun(DefaultExperiment) { RunId = runId }).ConfigureAwait(false);
        }

        return store;
    }

    /// <summary>A server gave the id: it must not name a file elsewhere.</summary>
    private string PathOf(string runId) => runId.All(char.IsAsciiLetterOrDigit)
        ? Path.Combine(folder, runId + ".db")
        : throw new AssayException(ErrorCode.InvalidParameterValue, $"'{runId}' is not a run's id");
}
