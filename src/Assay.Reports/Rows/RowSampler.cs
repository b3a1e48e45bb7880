using Assay.Evaluations;
using Assay.Results;

namespace Assay.Reports.Rows;

/// <summary>
/// Chooses the rows that a report shows. All, when they are few enough. Else, in one pass and always the same: failed rows for a fifth of
/// the places at most, the worst scores of each scorer with a direction for another fifth, and for the rest rows evenly spaced over the
/// data set.
/// </summary>
internal static class RowSampler
{
    private const int PageSize = 500;

    public static async Task<RowSample> ReadAsync(
        IEvaluationStore store, EvaluationSummary summary, ReportOptions options, CancellationToken cancellationToken)
    {
        var counts = await store.CountAsync(summary.RunId, cancellationToken).ConfigureAwait(false);
        var most = Math.Max(1, options.MaxRows);
        var limit = (int)Math.Clamp(options.MaxBytes * 8 / Math.Clamp(counts.Total, 1, most), 2000, options.MaxBytes);
        var plan = Plan.For(counts, summary, most);
        var chosen = new Dictionary<(string, int), ReportRow>();
        long place = 0, failure = 0;
        await foreach (var row in AllAsync(store, summary.RunId, cancellationToken).ConfigureAwait(false))
        {
            if (row.Error is not null && Spacing.Takes(failure++, counts.Failed, plan.Failed))
            {
                chosen[(row.RowId, row.Repeat)] = ReportRow.Of(row, plan.Whole ? RowChoice.ForPlace : RowChoice.ForFailure, limit);
            }
            else if (Spacing.Takes(place, counts.Total, plan.Even))
            {
                chosen[(row.RowId, row.Repeat)] = ReportRow.Of(row, RowChoice.ForPlace, limit);
            }

            foreach (var worst in plan.Worst)
            {
                worst.Offer(row, place, limit);
            }

            place++;
        }

        foreach (var row in plan.Worst.SelectMany(w => w.Rows))
        {
            var key = (row.Stored.RowId, row.Stored.Repeat);
            if (!chosen.TryGetValue(key, out var other) || other.Choice == RowChoice.ForPlace)
            {
                chosen[key] = row;
            }
        }

        return new RowSample([.. chosen.Values.OrderBy(r => r.Stored.Index).ThenBy(r => r.Stored.Repeat)], place);
    }

    private static async IAsyncEnumerable<EvaluationRow> AllAsync(
        IEvaluationStore store, string runId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new EvaluationRowQuery { RunId = runId, MaxResults = PageSize };
        do
        {
            var page = await store.ReadAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Items)
            {
                yield return row;
            }

            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);
    }

    /// <summary>How many places each kind of row gets.</summary>
    private sealed record Plan(bool Whole, long Failed, long Even, IReadOnlyList<WorstRows> Worst)
    {
        public static Plan For(EvaluationCounts counts, EvaluationSummary summary, int most)
        {
            if (counts.Total <= most)
            {
                return new Plan(true, counts.Failed, counts.Total, []);
            }

            var failed = Math.Min(counts.Failed, most / 5);
            var worst = WorstRows.Share(summary.Scorers, most / 5);
            return new Plan(false, failed, most - failed - worst.Sum(w => w.Places), worst);
        }
    }
}
