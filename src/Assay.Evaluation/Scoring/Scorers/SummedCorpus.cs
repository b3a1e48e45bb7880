using Assay.Overlap;

namespace Assay.Scoring.Scorers;

/// <summary>The counts of rows, in one array, and the figure of any of them together.</summary>
internal sealed class SummedCorpus : ICorpus
{
    private readonly ISummedMetric _metric;
    private readonly double[] _counts;

    public SummedCorpus(ISummedMetric metric, IReadOnlyList<double[]> rows)
    {
        _metric = metric;
        _counts = new double[checked(rows.Count * metric.Width)];
        for (var i = 0; i < rows.Count; i++) rows[i].CopyTo(_counts, i * metric.Width);
    }

    public IReadOnlyList<double?> Compute(ReadOnlySpan<int> rows)
    {
        var sums = new double[_metric.Width];
        foreach (var row in rows)
        {
            var counts = _counts.AsSpan(row * sums.Length, sums.Length);
            for (var i = 0; i < sums.Length; i++) sums[i] += counts[i];
        }

        return [_metric.OfCorpus(sums)];
    }
}
