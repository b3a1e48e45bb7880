using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

internal sealed partial class SqlTrackingStore
{
    public Task<IReadOnlyList<RunMetric>> GetSampledHistoryAsync(SampledHistoryQuery query, CancellationToken cancellationToken = default)
    {
        SampledHistoryRules.Check(query);
        return database.ReadAsync((session, cancel) => SampleAsync(session, query, cancel), cancellationToken);
    }

    private static async Task<IReadOnlyList<RunMetric>> SampleAsync(SqlSession session, SampledHistoryQuery query, CancellationToken cancellationToken)
    {
        var histories = new List<SampledHistory>();
        foreach (var runId in query.RunIds.Distinct())
        {
            var run = await RunTable.GetAsync(session, runId).ConfigureAwait(false);
            if (await SampledHistory.FindAsync(session, run, query.Key).ConfigureAwait(false) is { } history)
            {
                histories.Add(history);
            }
        }

        // The same steps for all runs, so that their curves can be compared point by point.
        var range = new StepRange(
            query.StartStep ?? histories.Select(history => history.First).DefaultIfEmpty().Min(),
            query.EndStep ?? histories.Select(history => history.Last).DefaultIfEmpty().Max());
        var points = new List<RunMetric>();
        foreach (var history in histories)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sampled = await history.SampleAsync(session, range, query.MaxResults, cancellationToken).ConfigureAwait(false);
            points.AddRange(sampled.Select(point => new RunMetric(history.RunId, point)));
        }

        return points;
    }
}
