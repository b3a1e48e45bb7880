using System.Text.Json;
using Assay.Charts;
using Assay.Classification;
using Assay.Formats;
using Assay.Reports.Figures;
using Assay.Results;

namespace Assay.Cli.Plots;

/// <summary>Which label was taken for which, and each label's figures.</summary>
internal sealed class ConfusionPlot : IPlot
{
    private const int ShortLabel = 8;

    private readonly ConfusionMatrix _matrix;

    public ConfusionPlot(PlottedRun run, ScorerSummary scorer)
    {
        _matrix = scorer.Confusion!;
        Title = $"{scorer.Scorer.Name}: {run.Name}";
        var (all, right) = (_matrix.Counts.Sum(row => row.Sum(count => (long)count)), _matrix.Counts.Select((row, i) => (long)row[i]).Sum());

        // In the last row and column of labels that share them a label may meet another one.
        right -= _matrix.Others > 0 ? _matrix.Counts[^1][^1] : 0;
        Found =
        [
            $"{PlotText.Numbers.Count(all)} labelled answers, {PlotText.Numbers.Count(right)} of them right{(_matrix.Others > 0 ? ", rare labels apart" : "")}",
            "Rows are references, columns answers; the stronger the colour, the larger the share of the row",
        ];
        Notes =
        [
            .. _matrix.Others > 0 ? new[] { $"'other' stands for {_matrix.Others} rarer labels" } : [],
            .. scorer.NotScored.Select(reason => $"{PlotText.Numbers.Count(reason.Rows)} without a label: {reason.Reason}"),
        ];
    }

    public string Title { get; }

    public IReadOnlyList<string> Found { get; }

    public IReadOnlyList<string> Notes { get; }

    public string Svg() => ConfusionChart.Render(ConfusionPicture.Of(_matrix, Title, "", "reference", "answer", "other", (count, share) =>
        $"{PlotText.Numbers.Count(count)}, {PlotText.Numbers.Percent(share, " ")} of the row"));

    public void WriteText()
    {
        var numbers = PlotText.Numbers;
        string[] labels = [.. _matrix.Labels.Select(label => ShortText.Of(label.Length == 0 ? "(empty)" : Output.Terminal.Printable(label), ShortLabel))];
        PlotText.WriteTable(
            [false, .. labels.Select(_ => true)],
            _matrix.Counts.Select((row, i) => row.Select(count => numbers.Count(count)).Prepend(PlotText.Name(_matrix.Labels[i])).ToArray()), ["reference ↓ answer →", .. labels]);
        Console.WriteLine();
        PlotText.WriteTable(
            [false, true, true, true, true, true],
            _matrix.Figures.Select(label => new[]
            {
                PlotText.Name(label.Label), Share(label.Precision), Share(label.Recall), Share(label.F1), numbers.Count(label.Support), numbers.Count(label.Predicted),
            }),
            ["label", "precision", "recall", "F1", "rows", "answered"]);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("labels");
        foreach (var label in _matrix.Labels) json.WriteStringValue(label);
        json.WriteEndArray();
        json.WriteStartArray("counts");
        foreach (var row in _matrix.Counts)
        {
            json.WriteStartArray();
            foreach (var count in row) json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("figures");
        foreach (var label in _matrix.Figures)
        {
            json.WriteStartObject();
            json.WriteString("label", label.Label);
            json.WriteNumber("support", label.Support);
            json.WriteNumber("predicted", label.Predicted);
            json.WritePropertyName("precision");
            json.WriteFigure(label.Precision);
            json.WritePropertyName("recall");
            json.WriteFigure(label.Recall);
            json.WritePropertyName("f1");
            json.WriteFigure(label.F1);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Share(double? value) => value is { } known ? PlotText.Numbers.Number(known, 3) : "–";
}
