using Assay.Charts;
using Assay.Classification;

namespace Assay.Reports.Figures;

/// <summary>A confusion matrix as a chart shows it: labels cut where they are long, since any text may be a label.</summary>
public static class ConfusionPicture
{
    private const int LongestLabel = 60;

    /// <summary>What the chart shows.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="title">The chart's name.</param>
    /// <param name="description">What it says.</param>
    /// <param name="rows">What rows are.</param>
    /// <param name="columns">What columns are.</param>
    /// <param name="others">What the row and column of rarer labels is called.</param>
    /// <param name="label">How a count and its share of the row are written.</param>
    public static ConfusionFigure Of(
        ConfusionMatrix matrix, string title, string description, string rows, string columns, string others, Func<long, double, string> label)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new ConfusionFigure
        {
            Labels = [.. matrix.Labels.Select((_, i) => LabelOf(matrix, i, others))],
            Counts = [.. matrix.Counts.Select(row => (IReadOnlyList<long>)[.. row.Select(count => (long)count)])],
            Title = title,
            Description = description,
            RowsLabel = rows,
            ColumnsLabel = columns,
            Label = label,
        };
    }

    /// <summary>A label as it is shown: cut when long, a sign for the empty one, a word for the rarer ones.</summary>
    public static string LabelOf(ConfusionMatrix matrix, int place, string others)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix.Others > 0 && place == matrix.Labels.Count - 1 ? $"{others} ({matrix.Others})" : Shown(matrix.Labels[place]);
    }

    /// <summary>A label as it is shown.</summary>
    public static string Shown(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return label.Length == 0 ? "∅" : ShortText.Of(label, LongestLabel);
    }
}
