using Assay.Classification;

namespace Assay.Scoring.Scorers.Classification;

/// <summary>The labelled rows of a run.</summary>
internal sealed class LabelCorpus(LabelColumns columns, IReadOnlyList<CorpusFigure> figures) : ICorpus, IConfusionCorpus, ICorpusRemarks
{
    private const int ManyLabels = 50;

    public ConfusionMatrix Confusion =>
        ConfusionMatrix.Of(columns.Labels, columns.Truth, columns.Predicted, columns.IsBinary ? columns.Positive : -1);

    public IReadOnlyList<string> Remarks => [.. FewClasses(), .. Probabilities(), .. Undefined()];

    public IReadOnlyList<double?> Compute(ReadOnlySpan<int> rows)
    {
        var counts = ClassCounts.Of(columns.Truth, columns.Predicted, columns.Labels.Length, rows);
        var values = new double?[figures.Count];
        for (var i = 0; i < values.Length; i++) values[i] = figures[i].Formula(columns, counts, rows);
        return values;
    }

    private IEnumerable<string> FewClasses()
    {
        if (columns.Truth.Distinct().Take(2).Count() == 1)
        {
            yield return $"every reference is '{columns.Labels[columns.Truth[0]]}': one class alone is tested, and figures that compare classes say nothing";
        }
        else if (columns.Classes > ManyLabels && columns.Classes > columns.Truth.Length / 2)
        {
            yield return $"{columns.Classes} different labels in {columns.Truth.Length} rows: are the answers sentences? parse= finds the label in one";
        }
    }

    private IEnumerable<string> Probabilities()
    {
        if (columns.HasProbabilities && columns.Scores is null)
        {
            yield return $"{columns.WithProbabilities} of {columns.Truth.Length} rows have a number for each of the labels: "
                + "figures of probabilities need them all and are left out";
        }
    }

    private IEnumerable<string> Undefined()
    {
        var values = Compute([.. Enumerable.Range(0, columns.Truth.Length)]);
        return figures.Where((_, i) => values[i] is double.NaN).Select(figure => $"{figure.Key} is undefined: {WhyUndefined}");
    }

    private string WhyUndefined => columns.Truth.Distinct().Take(2).Count() == 1 ? "the references have one class only"
        : columns.Positive < 0 ? "no row has the label named by positive="
        : $"not every one of the labels {string.Join(", ", columns.Labels.Take(10))} is the reference of a row, or average=binary has more than two";
}
