namespace Assay.Tracking;

/// <summary>Puts the whole history of a metric into columns, a page at a time: for stores that cannot do it themselves.</summary>
internal static class MetricColumnScan
{
    public static async Task<IReadOnlyList<MetricEnvelope>> ReadAsync(ITrackingStore store, MetricEnvelopeQuery query, CancellationToken cancellationToken)
    {
        var histories = new List<List<Metric>>();
        foreach (var runId in query.RunIds)
        {
            histories.Add(await ReadAsync(store, runId, query, cancellationToken).ConfigureAwait(false));
        }

        // The same columns for all runs, so that their curves can be compared.
        var places = histories.SelectMany(points => points).Select(point => PlaceOf(point, query.Axis)).ToList();
        if (places.Count == 0)
        {
            return [.. query.RunIds.Select(runId => new MetricEnvelope(runId, 0, []))];
        }

        var (low, high) = (query.From ?? places.Min(), query.To ?? places.Max());
        return [.. query.RunIds.Zip(histories, (runId, points) => new MetricEnvelope(runId, points.Count, Columns(points, query, low, high)))];
    }

    private static async Task<List<Metric>> ReadAsync(ITrackingStore store, string runId, MetricEnvelopeQuery query, CancellationToken cancellationToken)
    {
        var points = new List<Metric>();
        string? token = null;
        do
        {
            var page = await store.GetMetricHistoryAsync(runId, query.Key, pageToken: token, cancellationToken: cancellationToken).ConfigureAwait(false);
            points.AddRange(page.Items.Where(point => PlaceOf(point, query.Axis) is var place && !(place < query.From) && !(place > query.To)));
            token = page.NextPageToken;
        }
        while (token is not null);

        return points;
    }

    private static IReadOnlyList<MetricColumn> Columns(List<Metric> points, MetricEnvelopeQuery query, long low, long high) =>
    [
        .. points.OrderBy(point => PlaceOf(point, query.Axis))
            .GroupBy(point => (int)((decimal)(PlaceOf(point, query.Axis) - low) * query.Columns / Math.Max(1, (decimal)high - low + 1)))
            .Select(column => ColumnOf([.. column], query.Axis)),
    ];

    private static MetricColumn ColumnOf(List<Metric> points, MetricAxis axis)
    {
        var finite = points.Select(point => point.Value).Where(double.IsFinite).ToList();
        var (first, last) = (PlaceOf(points[0], axis), PlaceOf(points[^1], axis));
        return finite.Count == 0
            ? new MetricColumn(first, last, points.Count, points.Count, double.NaN, double.NaN, double.NaN, double.NaN)
            : new MetricColumn(first, last, points.Count, points.Count - finite.Count, finite.Min(), finite.Max(), finite.Average(), finite[^1]);
    }

    private static long PlaceOf(Metric point, MetricAxis axis) => axis == MetricAxis.Step ? point.Step : point.Timestamp;
}
