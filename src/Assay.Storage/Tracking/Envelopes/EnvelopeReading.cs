using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking.Envelopes;

/// <summary>Puts metrics of runs into the columns of a chart.</summary>
internal sealed class EnvelopeReading(ISqlDatabase database, MetricEnvelopeQuery query)
{
    public async Task<IReadOnlyList<MetricEnvelope>> ReadAsync(CancellationToken cancellationToken)
    {
        // Only what an earlier version wrote, or what came in no order, is not summed up already.
        foreach (var (run, series) in await database.ReadAsync(ArrearsAsync, cancellationToken).ConfigureAwait(false))
        {
            while (await database.WriteAsync(session => PageUpkeep.CatchUpAsync(session, run, series), cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return await database.ReadAsync(ReadAsync, cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<(long Run, long Series)>> ArrearsAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var arrears = new List<(long Run, long Series)>();
        foreach (var runId in query.RunIds.Distinct(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var run = await RunTable.GetAsync(session, runId).ConfigureAwait(false);
            if (await FindAsync(session, run.Key).ConfigureAwait(false) is { } found
                && found.Tail.Points + await PageTable.CountLateAsync(session, found.Series).ConfigureAwait(false) > PageUpkeep.MostLoose)
            {
                arrears.Add((run.Key, found.Series));
            }
        }

        return arrears;
    }

    private async Task<IReadOnlyList<MetricEnvelope>> ReadAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, EnvelopeSeries?>(StringComparer.Ordinal);
        foreach (var runId in query.RunIds.Distinct(StringComparer.Ordinal))
        {
            var run = await RunTable.GetAsync(session, runId).ConfigureAwait(false);
            all[runId] = await FindAsync(session, run.Key).ConfigureAwait(false) is { } found
                ? await EnvelopeSeries.OpenAsync(session, found.Series, found.Tail.Start, cancellationToken).ConfigureAwait(false)
                : null;
        }

        // The same columns for all runs, so that their curves can be compared.
        var ends = all.Values.Select(series => series?.Ends(query.Axis)).OfType<(long Low, long High)>().ToList();
        var low = query.From ?? ends.Select(end => end.Low).DefaultIfEmpty(0).Min();
        var high = query.To ?? ends.Select(end => end.High).DefaultIfEmpty(0).Max();
        var envelopes = new List<MetricEnvelope>();
        foreach (var runId in query.RunIds)
        {
            var grid = new ColumnGrid(query.Axis, low, Math.Max(low, high), query.Columns);
            var columns = new ColumnSums(grid);
            if (all[runId] is { } series && low <= high)
            {
                await series.AddToAsync(session, grid, columns, cancellationToken).ConfigureAwait(false);
            }

            envelopes.Add(new(runId, columns.Points, columns.ToColumns()));
        }

        return envelopes;
    }

    private ValueTask<FoundSeries?> FindAsync(SqlSession session, long run) => session.FirstAsync(
        $"SELECT series_key, {SeriesTail.Columns} FROM metric_series WHERE run_key = $1 AND key = $2",
        row => new FoundSeries(row.Long(0), SeriesTail.Read(row, 1)), run, query.Key);

    private sealed record FoundSeries(long Series, SeriesTail Tail);
}
