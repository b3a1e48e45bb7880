using System.Text.Json;
using Assay.Charts;
using Assay.Comparisons;

namespace Assay.Cli.Plots;

/// <summary>Differences between runs about one line of no difference: of one metric on a scale, of several each on its own.</summary>
internal sealed class ForestPlot : IPlot
{
    private const int LineWidth = 25;

    private readonly List<(string Name, MetricComparison Metric)> _lines;
    private readonly bool _sharesScale;

    public ForestPlot(Comparison comparison, IReadOnlyList<MetricComparison> metrics)
    {
        var baseline = comparison.Runs[0].Name;
        var isPair = comparison.Runs.Count == 2;
        var known = metrics.Where(metric => double.IsFinite(metric.Difference)).ToList();
        _sharesScale = known.Select(metric => metric.Metric).Distinct().Count() == 1;
        _lines = [.. known.Select(metric => (isPair ? metric.Metric : _sharesScale ? NameOf(comparison, metric) : $"{NameOf(comparison, metric)}: {metric.Metric}", metric))];
        Title = isPair ? $"{comparison.Runs[1].Name} − {baseline}" : _sharesScale ? $"{known[0].Metric}: runs less {baseline}" : $"Runs less {baseline}";
        Found = [.. _lines.GroupBy(line => line.Metric.Verdict).OrderBy(group => group.Key)
            .Select(group => $"{VerdictWords.Of(group.Key)}: {string.Join(", ", group.Select(line => line.Name))}")];
        var levels = known.Select(metric => Math.Round(metric.IntervalConfidence, 4)).Order().Select(PlotText.Format.Confidence).Distinct().ToList();
        Notes =
        [
            $"Intervals at {(levels.Count > 1 ? $"{levels[0]} to {levels[^1]}" : levels[0])} %{(levels.Count > 1 || known.Exists(metric => metric.IntervalConfidence > comparison.Confidence + 1e-9) ? ", corrected for the comparisons together" : "")}; an open dot has none"
                + (_sharesScale ? "" : "; every line has its own scale, so that lengths cannot be compared"),
            .. comparison.Notes,
        ];
    }

    public string Title { get; }

    public IReadOnlyList<string> Found { get; }

    public IReadOnlyList<string> Notes { get; }

    public string Svg() => DifferenceChart.Render(new DifferenceFigure
    {
        Title = Title,
        Lines = [.. _lines.Select(line => new DifferenceLine(line.Name, line.Metric.Difference, Ends(line.Metric), PairedPlot.Label(line.Metric)))],
        Number = _sharesScale ? PlotText.Numbers.Number : null,
    });

    public void WriteText()
    {
        var shared = _lines.Select(line => Reach(line.Metric)).DefaultIfEmpty(0).Max();
        PlotText.WriteTable([false, false, false], _lines.Select(line => new[]
        {
            PlotText.Name(line.Name), TextInterval.Line(line.Metric.Difference, Ends(line.Metric), _sharesScale ? shared : Reach(line.Metric), LineWidth), PairedPlot.Label(line.Metric),
        }));
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("differences");
        foreach (var (_, metric) in _lines)
        {
            json.WriteStartObject();
            PairedPlot.WriteMetric(json, metric);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string NameOf(Comparison comparison, MetricComparison metric) => comparison.Runs.First(run => run.Id == metric.RunB).Name;

    private static (double Low, double High)? Ends(MetricComparison metric) => PlotText.Ends(metric.Interval.Interval, metric.Difference, metric.Difference);

    private static double Reach(MetricComparison metric) =>
        new[] { Math.Abs(metric.Difference), Math.Abs(Ends(metric)?.Low ?? 0), Math.Abs(Ends(metric)?.High ?? 0) }.Max();
}
