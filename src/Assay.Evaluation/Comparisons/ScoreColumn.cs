using Assay.Scoring;

namespace Assay.Comparisons;

/// <summary>One scorer's scores of a run, by row: of several answers to a row their mean.</summary>
internal sealed class ScoreColumn(ScorerDescription scorer)
{
    private List<double> _sums = [];
    private Dictionary<int, int>? _counts;

    public ScorerDescription Scorer { get; } = scorer;

    /// <summary>The score of a row; NaN when it has none.</summary>
    public double this[int row]
    {
        get
        {
            if (row >= _sums.Count) return double.NaN;
            return _counts is not null && _counts.TryGetValue(row, out var count) ? _sums[row] / count : _sums[row];
        }
    }

    /// <summary>The same scores, as of another scorer.</summary>
    public ScoreColumn As(ScorerDescription other) => new(other) { _sums = _sums, _counts = _counts };

    public void Add(int row, double value)
    {
        while (_sums.Count <= row) _sums.Add(double.NaN);
        if (double.IsNaN(value)) return;
        if (double.IsNaN(_sums[row]))
        {
            _sums[row] = value;
            return;
        }

        _sums[row] += value;
        _counts ??= [];
        _counts[row] = _counts.GetValueOrDefault(row, 1) + 1;
    }
}
