using Assay.Artifacts;
using Assay.Storage.Sql;

namespace Assay.Storage.Maintenance;

/// <summary>Deletes the artifacts of what has no rows any more, and then its mark.</summary>
internal sealed class ArtifactSweep(ISqlDatabase database, IArtifactStore artifacts)
{
    private const int PageLength = 100;
    private readonly List<ArtifactsLeft> _left = [];

    /// <summary>Folders deleted.</summary>
    public long Deleted { get; private set; }

    /// <summary>What could not be deleted.</summary>
    public IReadOnlyList<ArtifactsLeft> Left => _left;

    public async Task RunAsync(Action<long> report, CancellationToken cancellationToken)
    {
        var last = 0L;
        while (true)
        {
            var page = await database.ReadAsync(
                async (session, cancel) => await GarbageTable.WithArtifactsAsync(session, last, PageLength, cancel).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
            if (page.Count == 0)
            {
                return;
            }

            last = page[^1].Key;
            await DeleteAsync(page, cancellationToken).ConfigureAwait(false);
            report(Deleted);
        }
    }

    private async Task DeleteAsync(List<GarbageEntry> page, CancellationToken cancellationToken)
    {
        var done = new List<long>(page.Count);
        foreach (var entry in page)
        {
            if (entry.ArtifactUri.Length == 0 || await DeleteAsync(entry.ArtifactUri, cancellationToken).ConfigureAwait(false))
            {
                done.Add(entry.Key);
            }
        }

        await database.WriteAsync(session => GarbageTable.RemoveAsync(session, done).AsTask(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether there is nothing more to be done about them: they are gone, or not this store's to delete.</summary>
    private async Task<bool> DeleteAsync(string uri, CancellationToken cancellationToken)
    {
        try
        {
            await artifacts.DeleteAsync(uri, null, cancellationToken).ConfigureAwait(false);
            Deleted++;
            return true;
        }
        catch (AssayException error) when (error.Code == ErrorCode.ResourceDoesNotExist)
        {
            return true;
        }
        catch (AssayException error)
        {
            _left.Add(new(uri, error.Message));
            return error.Code == ErrorCode.InvalidParameterValue;
        }
    }
}
