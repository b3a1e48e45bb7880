using System.Text.Json;
using Assay.Charts;
using Assay.Comparisons;
using Assay.Formats;

namespace Assay.Cli.Plots;

/// <summary>How the scores of the same rows differ between two runs.</summary>
internal sealed class PairedPlot : IPlot
{
    private const int BarWidth = 40;

    private readonly MetricComparison _metric;
    private readonly PairedFigure _figure;
    private readonly int _decimals;

    public PairedPlot(Comparison comparison, MetricComparison metric)
    {
        var (a, b, numbers) = (comparison.Runs[0].Name, comparison.Runs[1].Name, PlotText.Numbers);
        _metric = metric;
        Title = $"{metric.Metric}: {b} − {a}, row by row";
        var (higher, lower) = (metric.RowDifferences.Count(difference => difference > 0), metric.RowDifferences.Count(difference => difference < 0));
        Found =
        [
            $"{Label(metric)}, p {(metric.PAdjusted < 0.0001 ? "< 0.0001" : numbers.Significant(metric.PAdjusted, 2))} ({metric.Test}): {VerdictWords.Of(metric.Verdict)}",
            $"{numbers.Count(metric.Rows)} rows: higher on {numbers.Count(higher)}, lower on {numbers.Count(lower)}, the same on {numbers.Count(metric.Rows - higher - lower)}",
        ];
        Notes =
        [
            metric.Interval.Reason is { } why ? $"No interval: {why}" : $"The dot is the mean with its {PlotText.Format.Confidence(Math.Round(metric.IntervalConfidence, 4))} % interval ({metric.Interval.Method})",
            .. metric.Notes, .. comparison.Notes,
        ];
        var bins = PairedBins.Of(metric.RowDifferences);
        _decimals = bins.Width % 1 == 0 ? 0 : Math.Clamp(1 - (int)Math.Floor(Math.Log10(bins.Width)), 0, 9);
        _figure = new PairedFigure
        {
            Bins = bins, Mean = metric.Difference, Interval = PlotText.Ends(metric.Interval.Interval, bins.Low, -bins.Low), MeanLabel = Label(metric),
            LeftLabel = $"{ShortText.Of(a, 36)} higher", RightLabel = $"{ShortText.Of(b, 36)} higher", Title = Title, Description = string.Join(". ", Found),
            Number = numbers.Number,
            BinLabel = (low, high, count) => $"{PlotText.Signed(low, _decimals + 1)} to {PlotText.Signed(high, _decimals + 1)}: {numbers.Count(count)} rows",
        };
    }

    public string Title { get; }

    public IReadOnlyList<string> Found { get; }

    public IReadOnlyList<string> Notes { get; }

    public string Svg() => PairedChart.Render(_figure);

    public void WriteText()
    {
        var bins = _figure.Bins;
        var most = Math.Max(1, bins.Counts.Max());
        PlotText.WriteTable([true, false, true], bins.Counts.Select((count, i) => new[]
        {
            PlotText.Signed(bins.Middle(i), _decimals), TextBar.Line(count, null, 0, most, BarWidth), PlotText.Numbers.Count(count),
        }));
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        WriteMetric(json, _metric);
        json.WriteStartArray("bins");
        for (var i = 0; i < _figure.Bins.Counts.Count; i++)
        {
            json.WriteStartObject();
            json.WritePropertyName("middle");
            json.WriteFigure(_figure.Bins.Middle(i));
            json.WriteNumber("count", _figure.Bins.Counts[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The difference and its interval: <c>+0.33 [0.15, 0.49]</c>.</summary>
    public static string Label(MetricComparison metric)
    {
        var size = metric.Interval.Interval is { } known && known.High > known.Low && double.IsFinite(known.High - known.Low) ? (known.High - known.Low) / 20
            : Math.Max(Math.Abs(metric.A), Math.Abs(metric.B)) / 100;
        var decimals = size > 0 && double.IsFinite(size) ? Math.Clamp((int)Math.Ceiling(-Math.Log10(size)), 0, 6) : 3;
        var interval = metric.Interval.Interval is { } ends ? $" [{PlotText.Numbers.Number(ends.Low, decimals)}, {PlotText.Numbers.Number(ends.High, decimals)}]" : "";
        return PlotText.Signed(metric.Difference, decimals) + interval;
    }

    public static void WriteMetric(Utf8JsonWriter json, MetricComparison metric)
    {
        json.WriteString("metric", metric.Metric);
        json.WriteString("run_a", metric.RunA);
        json.WriteString("run_b", metric.RunB);
        json.WritePropertyName("difference");
        json.WriteFigure(metric.Difference);
        BarsPlot.WriteInterval(json, PlotText.Ends(metric.Interval.Interval, double.NegativeInfinity, double.PositiveInfinity));
        json.WriteString("verdict", VerdictWords.Of(metric.Verdict));
        json.WriteNumber("rows", metric.Rows);
    }
}
