using System.Text.Json;
using Assay.Charts;
using Assay.Formats;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Cli.Plots;

/// <summary>How the scores of one run spread.</summary>
internal sealed class HistogramPlot : IPlot
{
    private const int BarWidth = 40;

    private readonly ScorerSummary _scorer;
    private readonly HistogramFigure _figure;
    private readonly int _decimals;

    public HistogramPlot(PlottedRun run, ScorerSummary scorer)
    {
        var histogram = scorer.Histogram!;
        var numbers = PlotText.Numbers;
        var width = (histogram.High - histogram.Low) / Math.Max(1, histogram.Counts.Count);
        _scorer = scorer;
        _decimals = width > 0 && double.IsFinite(width) ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(width)), 0, 9) : 3;
        Title = $"{scorer.Scorer.Name}: {run.Name}";
        Found = [FoundIn(scorer, run.Evaluation)];
        Notes = [.. scorer.NotScored.Select(reason => $"{numbers.Count(reason.Rows)} without a score: {reason.Reason}")];
        _figure = new HistogramFigure
        {
            Low = histogram.Low, High = histogram.High, Counts = histogram.Counts, Title = Title, Unit = scorer.Scorer.Unit, Width = 680, Height = 260,
            Number = numbers.Number,
            BinLabel = (low, high, count) => $"{numbers.Number(low, _decimals)} to {numbers.Number(high, _decimals)}: {numbers.Count(count)}",
            Threshold = scorer.Scorer.Aggregates.Any(figure => figure.Kind == AggregateKind.Ratio)
                ? (scorer.Scorer.Threshold, $"threshold {numbers.Place(scorer.Scorer.Threshold)}") : null,
        };
    }

    public string Title { get; }

    public IReadOnlyList<string> Found { get; }

    public IReadOnlyList<string> Notes { get; }

    public string Svg() => HistogramChart.Render(_figure);

    public void WriteText()
    {
        var most = Math.Max(1, _figure.Counts.Max());
        PlotText.WriteTable([true, true, false, true], _figure.Counts.Select((count, i) =>
        {
            var (low, high) = _figure.Bin(i);
            return new[]
            {
                PlotText.Numbers.Number(low, _decimals), "– " + PlotText.Numbers.Number(high, _decimals), TextBar.Line(count, null, 0, most, BarWidth), PlotText.Numbers.Count(count),
            };
        }));
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("scorer", _scorer.Scorer.Name);
        json.WriteNumber("scored", _scorer.Scored);
        json.WriteStartArray("bins");
        for (var i = 0; i < _figure.Counts.Count; i++)
        {
            var (low, high) = _figure.Bin(i);
            json.WriteStartObject();
            json.WritePropertyName("low");
            json.WriteFigure(low);
            json.WritePropertyName("high");
            json.WriteFigure(high);
            json.WriteNumber("count", _figure.Counts[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>How many rows have a score, and the leading figure.</summary>
    public static string FoundIn(ScorerSummary scorer, EvaluationSummary run)
    {
        var (format, numbers) = (PlotText.Format, PlotText.Numbers);
        var figure = scorer.Aggregates.FirstOrDefault(of => of.Kind == AggregateKind.Mean) ?? (scorer.Aggregates.Count > 0 ? scorer.Aggregates[0] : null);
        var scored = $"{numbers.Count(scorer.Scored)} of {numbers.Count(scorer.Scored + scorer.NotScored.Sum(reason => reason.Rows))} rows scored";
        return figure is null ? scored
            : $"{scored}; {figure.Key} {format.ValueWithUnit(figure, scorer.Scorer)} {(format.Interval(figure) is { } interval ? $"{interval} ({format.Confidence(run)} % interval)" : "")}".TrimEnd();
    }
}
