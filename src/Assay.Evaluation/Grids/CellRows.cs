using Assay.Evaluations;
using Assay.Running;

namespace Assay.Grids;

/// <summary>What the rows of a cell's run come to: the score of each, what they cost, how long they took.</summary>
/// <param name="Scores">By row id; rows without a score are left out.</param>
/// <param name="CostUsd">Of all calls, in US dollars; null when a price or a count is missing.</param>
/// <param name="MeanLatency">Seconds from a call to its answer; null when none was timed.</param>
internal sealed record CellRows(IReadOnlyDictionary<string, double> Scores, double? CostUsd, double? MeanLatency)
{
    private const int PageSize = 1000;

    /// <summary>Reads them from the store, a page at a time.</summary>
    public static async Task<CellRows> ReadAsync(
        IEvaluationStore store, string runId, string? scorer, CostMeter cost, CancellationToken cancellationToken)
    {
        var scores = new Dictionary<string, (double Sum, int Count)>();
        var (latency, timed) = (0.0, 0);
        var query = new EvaluationRowQuery { RunId = runId, Failed = false, MaxResults = PageSize };
        do
        {
            var page = await store.ReadAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Items)
            {
                cost.Add(row.Answer);
                if (row.LatencySeconds is { } seconds)
                {
                    (latency, timed) = (latency + seconds, timed + 1);
                }

                // Several answers to one row are one row still: their mean.
                if (row.Scores.FirstOrDefault(score => score.Scorer == scorer)?.Value is { } value && double.IsFinite(value))
                {
                    var (sum, count) = scores.GetValueOrDefault(row.RowId);
                    scores[row.RowId] = (sum + value, count + 1);
                }
            }

            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);

        return new CellRows(scores.ToDictionary(pair => pair.Key, pair => pair.Value.Sum / pair.Value.Count), cost.Usd, timed == 0 ? null : latency / timed);
    }
}
