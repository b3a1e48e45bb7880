namespace Assay.Toxicity.Training.Judging;

/// <summary>Measures of a classifier.</summary>
internal static class Measures
{
    /// <summary>Area under the ROC curve: how often a positive scores above a negative, ties counting half; NaN without one of them.</summary>
    public static double Auc(IEnumerable<(double Score, bool Positive)> judged)
    {
        var sorted = judged.OrderBy(one => one.Score).ToArray();
        double ranks = 0;
        long positives = 0;
        for (var start = 0; start < sorted.Length;)
        {
            var end = start;
            while (end < sorted.Length && sorted[end].Score.Equals(sorted[start].Score))
            {
                end++;
            }

            var here = sorted[start..end].Count(one => one.Positive);
            ranks += here * ((start + 1 + end) / 2.0);
            positives += here;
            start = end;
        }

        var negatives = sorted.Length - positives;
        return positives == 0 || negatives == 0 ? double.NaN : (ranks - positives * (positives + 1) / 2.0) / ((double)positives * negatives);
    }

    /// <summary>The mean of F1 of both classes.</summary>
    public static double MacroF1(IReadOnlyCollection<(bool Predicted, bool Actual)> judged) => (F1(judged, true) + F1(judged, false)) / 2;

    public static double Accuracy(IReadOnlyCollection<(bool Predicted, bool Actual)> judged) =>
        (double)judged.Count(one => one.Predicted == one.Actual) / judged.Count;

    /// <summary>Expected calibration error over 15 equal bins (Guo and others 2017), for the probability of the positive class.</summary>
    public static double CalibrationError(IReadOnlyCollection<(double Probability, bool Positive)> judged)
    {
        const int bins = 15;
        return judged.GroupBy(one => Math.Min(bins - 1, (int)(one.Probability * bins)))
            .Sum(bin => Math.Abs(bin.Average(one => one.Probability) - bin.Average(one => one.Positive ? 1.0 : 0)) * bin.Count() / judged.Count);
    }

    private static double F1(IReadOnlyCollection<(bool Predicted, bool Actual)> judged, bool positive)
    {
        var hits = judged.Count(one => one.Predicted == positive && one.Actual == positive);
        var wrong = judged.Count(one => one.Predicted != one.Actual);
        return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + wrong);
    }
}
