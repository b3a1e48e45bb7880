using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Columns of charts made in the plainest way: every point is looked at, for every column.</summary>
internal static class EnvelopeReference
{
    public static IReadOnlyList<IReadOnlyList<MetricColumn>> Of(MetricEnvelopeQuery query, IReadOnlyList<List<Metric>> runs)
    {
        long Position(Metric point) => query.Axis == MetricAxis.Step ? point.Step : point.Timestamp;
        var inRange = runs.Select(points => points.Distinct().Where(point => !(Position(point) < query.From) && !(Position(point) > query.To)).ToList()).ToList();
        var positions = inRange.SelectMany(points => points).Select(Position).DefaultIfEmpty().ToList();
        var (low, high) = (query.From ?? positions.Min(), query.To ?? positions.Max());
        return inRange.ConvertAll<IReadOnlyList<MetricColumn>>(points =>
        [
            .. points.GroupBy(point => (decimal)(Position(point) - low) * query.Columns / ((decimal)high - low + 1) is var place ? decimal.Floor(place) : 0)
                .OrderBy(column => column.Key).Select(column => Column([.. column], query.Axis, Position)),
        ]);
    }

    private static MetricColumn Column(List<Metric> points, MetricAxis axis, Func<Metric, long> position)
    {
        var finite = points.Where(point => double.IsFinite(point.Value)).ToList();
        var (from, to) = (points.Min(position), points.Max(position));
        return finite.Count == 0
            ? new(from, to, points.Count, points.Count, double.NaN, double.NaN, double.NaN, double.NaN)
            : new(
                from, to, points.Count, points.Count - finite.Count, finite.Min(point => point.Value), finite.Max(point => point.Value),
                finite.Average(point => point.Value),
                finite.MaxBy(point => axis == MetricAxis.Step ? (point.Step, point.Timestamp, point.Value) : (point.Timestamp, point.Step, point.Value))!.Value);
    }
}
