namespace Assay.Overlap;

/// <summary>Sums what a metric counts in many segments, in their order.</summary>
internal static class SegmentSums
{
    public static double[] Of(ISummedMetric metric, IEnumerable<(string Hypothesis, IReadOnlyList<string> References)> segments)
    {
        var (sums, counts) = (new double[metric.Width], new double[metric.Width]);
        foreach (var (hypothesis, references) in segments)
        {
            Array.Clear(counts);
            metric.Count(hypothesis, references, counts);
            for (var i = 0; i < sums.Length; i++) sums[i] += counts[i];
        }

        return sums;
    }
}
