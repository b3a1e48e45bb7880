using Assay.Charts;
using Assay.Tracking;
using Assay.Web.Visits;

namespace Assay.Web.Metrics;

/// <summary>Reads the charts of a page: in columns, however many points there are.</summary>
internal static class MetricChartReader
{
    private const int Columns = 190, TableLines = 30, LongestName = 60;

    /// <summary>A chart of each key.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="view">How they are to be drawn.</param>
    /// <param name="runs">The run of the page, then those that are laid over.</param>
    /// <param name="keys">The metrics.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<ChartedMetric>> ReadAsync(
        Visit visit, MetricView view, IReadOnlyList<Run> runs, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var charts = new List<ChartedMetric>();
        foreach (var key in keys)
        {
            var envelopes = view.Axis == MetricAxis.Step
                ? await visit.Store.Tracking.GetMetricEnvelopesAsync(Query(view, key, runs, 0), cancellationToken).ConfigureAwait(false)
                : await ReadFromStartAsync(visit, view, key, runs, cancellationToken).ConfigureAwait(false);
            charts.Add(new ChartedMetric(key, [.. runs.Select((run, i) => Line(view, run, i, envelopes[i])).Where(line => line.Points > 0)]));
        }

        return charts;
    }

    // Seconds count from each run's own start, so each has ends of its own.
    private static async Task<IReadOnlyList<MetricEnvelope>> ReadFromStartAsync(
        Visit visit, MetricView view, string key, IReadOnlyList<Run> runs, CancellationToken cancellationToken)
    {
        var envelopes = new List<MetricEnvelope>();
        foreach (var run in runs)
        {
            var found = await visit.Store.Tracking.GetMetricEnvelopesAsync(Query(view, key, [run], run.StartTime), cancellationToken).ConfigureAwait(false);
            envelopes.Add(found[0]);
        }

        return envelopes;
    }

    private static MetricEnvelopeQuery Query(MetricView view, string key, IReadOnlyList<Run> runs, long start) => new()
    {
        RunIds = [.. runs.Select(run => run.RunId)],
        Key = key,
        Axis = view.Axis,
        From = view.From is { } from ? End(view, Math.Floor(from * Unit(view)), start) : null,
        To = view.To is { } to ? End(view, Math.Ceiling(to * Unit(view)), start) : null,
        Columns = Columns,
    };

    private static long End(MetricView view, double end, long start) => (long)Math.Clamp(end + (view.Axis == MetricAxis.Time ? start : 0), -9e15, 9e15);

    private static double Unit(MetricView view) => view.Axis == MetricAxis.Time ? 1000 : 1;

    private static ChartedLine Line(MetricView view, Run run, int index, MetricEnvelope envelope)
    {
        var start = view.Axis == MetricAxis.Time ? run.StartTime : 0;
        double Place(long at) => (at - start) / Unit(view);
        var values = Smoothing.Of([.. envelope.Columns.Select(column => view.IsLast ? column.Last : column.Mean)], view.Smoothing);
        var points = envelope.Columns.Select((column, i) => new LinePoint(
            Place(column.From) + ((Place(column.To) - Place(column.From)) / 2), values[i], column.Least, column.Greatest));
        return new ChartedLine(
            run.RunId,
            new LineSeries(ShortText.Middle(run.RunName, LongestName), index + 1, [.. points]),
            envelope.Points,
            envelope.Columns.Sum(column => column.NotFinite),
            Stretch.Of(envelope.Columns, Place, TableLines));
    }
}
