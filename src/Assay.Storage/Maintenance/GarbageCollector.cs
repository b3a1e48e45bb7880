using Assay.Artifacts;
using Assay.Storage.Sql;

namespace Assay.Storage.Maintenance;

/// <summary>
/// Deletes for good what is in the bin: deleted runs, experiments and logged models, with all that belongs to them. Others may use the store
/// meanwhile: no transaction deletes more than a few thousand rows.
/// <para>
/// First all is marked, with the address of its artifacts, and can be restored no more. Then the rows go, then the artifacts, then the mark. In
/// this order a crash leaves nothing that nobody knows of: artifacts deleted before the mark could belong to a run that is restored, and rows
/// deleted without it would leave artifacts that no one finds again. The next collection, whatever it is asked for, finishes what is marked.
/// </para>
/// </summary>
public sealed class GarbageCollector
{
    private const int MostMarked = 500;
    private const int MostRows = 5_000;
    private const int MostEntities = 100;

    private readonly ISqlDatabase _database;
    private readonly IArtifactStore _artifacts;
    private readonly TimeProvider _clock;

    internal GarbageCollector(ISqlDatabase database, IArtifactStore artifacts, TimeProvider clock) =>
        (_database, _artifacts, _clock) = (database, artifacts, clock);

    /// <summary>How much would be deleted, what an earlier collection left included; changes nothing.</summary>
    /// <exception cref="BadInputException">A named experiment or run is not in the bin, or not for long enough.</exception>
    /// <exception cref="AssayException">A named experiment or run does not exist.</exception>
    public Task<GarbageCount> CountAsync(GarbageSelection selection, CancellationToken cancellationToken = default) => _database.ReadAsync(
        async (session, cancel) =>
        {
            var bin = await OpenAsync(session, selection).ConfigureAwait(false);
            var old = await bin.CountAsync(session, cancel).ConfigureAwait(false);
            var marked = await GarbageTable.CountAsync(session, cancel).ConfigureAwait(false);
            return new GarbageCount(old.Experiments + marked.Experiments, old.Runs + marked.Runs, old.LoggedModels + marked.LoggedModels);
        },
        cancellationToken);

    /// <summary>Deletes. When it is cancelled, what is done is done and the rest waits for the next collection.</summary>
    /// <exception cref="BadInputException">A named experiment or run is not in the bin, or not for long enough; nothing was deleted.</exception>
    /// <exception cref="AssayException">A named experiment or run does not exist, or the store cannot be written.</exception>
    public async Task<GarbageSummary> CollectAsync(
        GarbageSelection selection, IProgress<GarbageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var bin = await _database.ReadAsync((session, _) => OpenAsync(session, selection), cancellationToken).ConfigureAwait(false);
        foreach (var kind in (GarbageKind[])[GarbageKind.Experiment, GarbageKind.Run, GarbageKind.LoggedModel])
        {
            while (await _database.WriteAsync(session => bin.MarkAsync(session, kind, MostMarked), cancellationToken).ConfigureAwait(false) > 0)
            {
            }
        }

        var marked = await _database.ReadAsync(GarbageTable.CountAsync, cancellationToken).ConfigureAwait(false);
        var (deleted, rows) = (new GarbageCount(), 0L);
        while (await _database.WriteAsync(SweepAsync, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } part)
        {
            deleted = part.Gone.Aggregate(deleted, (count, kind) => count.Plus(kind, 1));
            rows += part.Rows;
            progress?.Report(new(marked, deleted.Total, rows, 0));
        }

        var sweep = new ArtifactSweep(_database, _artifacts);
        await sweep.RunAsync(folders => progress?.Report(new(marked, deleted.Total, rows, folders)), cancellationToken).ConfigureAwait(false);
        return new(deleted, rows, sweep.Deleted, sweep.Left);
    }

    /// <summary>
    /// Gives the space that deleted rows leave back to the system. It is used again by what is written later without this; it takes the time
    /// and, on SQLite, once more the space of what is left, and on SQLite nobody can write meanwhile.
    /// </summary>
    public Task CompactAsync(CancellationToken cancellationToken = default) => _database.CompactAsync(cancellationToken);

    private async Task<Bin> OpenAsync(SqlSession session, GarbageSelection selection)
    {
        var olderThan = (_clock.GetUtcNow() - selection.OlderThan).ToUnixTimeMilliseconds();
        return new Bin(await BinNames.ReadAsync(session, selection, olderThan).ConfigureAwait(false), olderThan);
    }

    /// <summary>Deletes a part of the rows that are marked.</summary>
    private static async Task<SweptPart> SweepAsync(SqlSession session)
    {
        var gone = new List<GarbageKind>();
        var rows = 0;
        foreach (var entry in await GarbageTable.WithRowsAsync(session, MostEntities).ConfigureAwait(false))
        {
            var (deleted, all) = await EntityRows.Of(entry.Kind).DeleteAsync(session, entry.Entity!.Value, MostRows - rows).ConfigureAwait(false);
            rows += deleted;
            if (all)
            {
                await GarbageTable.RowsAreGoneAsync(session, entry.Key).ConfigureAwait(false);
                gone.Add(entry.Kind);
            }

            if (!all || rows >= MostRows)
            {
                break;
            }
        }

        return new(gone, rows);
    }

    private sealed record SweptPart(IReadOnlyList<GarbageKind> Gone, int Rows)
    {
        public bool IsEmpty => Gone.Count == 0 && Rows == 0;
    }
}
