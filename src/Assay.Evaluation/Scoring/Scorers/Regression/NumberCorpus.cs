namespace Assay.Scoring.Scorers.Regression;

/// <summary>The numbers of a run.</summary>
internal sealed class NumberCorpus : ICorpus, ICorpusRemarks
{
    private readonly double[] _truth;
    private readonly double[] _predicted;
    private readonly IReadOnlyList<NumberFigure> _figures;

    public NumberCorpus(IReadOnlyList<object> parts, IReadOnlyList<NumberFigure> figures)
    {
        var pairs = parts.Cast<NumberPair>();
        _figures = figures;
        _truth = [.. pairs.Select(pair => pair.Truth)];
        _predicted = [.. pairs.Select(pair => pair.Predicted)];
    }

    public IReadOnlyList<string> Remarks
    {
        get
        {
            var values = Compute([.. Enumerable.Range(0, _truth.Length)]);
            string[] undefined = [.. _figures.Where((_, i) => values[i] is double.NaN).Select(figure => $"{figure.Key} is undefined: it needs two rows")];
            return _truth.Length > 1 && _truth.Distinct().Take(2).Count() == 1
                ? [.. undefined, "every reference is the same number: how much of their spread is explained says nothing"]
                : undefined;
        }
    }

    public IReadOnlyList<double?> Compute(ReadOnlySpan<int> rows)
    {
        var (truth, predicted) = (new double[rows.Length], new double[rows.Length]);
        for (var i = 0; i < rows.Length; i++) (truth[i], predicted[i]) = (_truth[rows[i]], _predicted[rows[i]]);
        var values = new double?[_figures.Count];
        for (var i = 0; i < values.Length; i++) values[i] = _figures[i].Formula!(truth, predicted);
        return values;
    }
}
