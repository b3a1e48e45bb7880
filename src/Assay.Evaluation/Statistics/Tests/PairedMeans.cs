namespace Assay.Statistics;

/// <summary>Confidence intervals of the mean of paired differences.</summary>
public static class PairedMeans
{
    /// <summary>
    /// By Student's t, from <see cref="ConfidenceIntervals.EnoughRows"/> rows on; below, and for differences that are not finite, the reason why
    /// there is none. Differences that are all the same say nothing of how much others would vary: of scores between 0 and 1 the interval is then
    /// as wide as for a pass rate without a differing row, of other scores there is none.
    /// </summary>
    public static IntervalEstimate Difference(ReadOnlySpan<double> differences, bool isUnit, double confidence = 0.95)
    {
        if (WhyNone(differences, "row", "rows") is { } reason) return reason;
        if (!AreSame(differences)) return IntervalEstimate.Of(ConfidenceIntervals.StudentT(differences, confidence), "paired t");
        if (!isUnit) return IntervalEstimate.None("every row has the same difference, which says nothing of how much others would vary");
        var (z, n) = (Quantiles.Normal(0.5 + (confidence / 2)), differences.Length);
        var reach = z * z / (n + (z * z));
        return IntervalEstimate.Of(
            new Interval(Math.Max(-1, differences[0] - reach), Math.Min(1, differences[0] + reach)), "score bound of a constant");
    }

    /// <summary>
    /// Of rows in clusters (several questions on one passage): the mean over rows, its error from the spread of the clusters' sums about their
    /// expectation, Student's t with one degree of freedom less than there are clusters (the ratio estimator; Cochran 1977, 9A). A cluster counts
    /// as one towards the number that an interval needs.
    /// </summary>
    /// <param name="sums">The sum of the differences of each cluster.</param>
    /// <param name="sizes">The rows of each cluster.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static IntervalEstimate Clustered(ReadOnlySpan<double> sums, ReadOnlySpan<int> sizes, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sizes.Length, sums.Length);
        if (WhyNone(sums, "group", "groups") is { } reason) return reason;
        var rows = 0.0;
        foreach (var size in sizes) rows += size;
        var mean = PairwiseSum.Of(sums) / rows;
        var squares = new double[sums.Length];
        for (var i = 0; i < squares.Length; i++) squares[i] = Math.Pow(sums[i] - (mean * sizes[i]), 2);
        var error = Math.Sqrt(PairwiseSum.Of(squares) * sums.Length / (sums.Length - 1)) / rows;
        if (error == 0) return IntervalEstimate.None("every group has the same difference, which says nothing of how much others would vary");
        var reach = Quantiles.Student(sums.Length - 1, 0.5 + (confidence / 2)) * error;
        return IntervalEstimate.Of(new Interval(mean - reach, mean + reach), "clustered t");
    }

    /// <summary>But for the last digits, which subtraction leaves.</summary>
    private static bool AreSame(ReadOnlySpan<double> differences)
    {
        var (least, most) = (differences[0], differences[0]);
        foreach (var difference in differences) (least, most) = (Math.Min(least, difference), Math.Max(most, difference));
        return most - least <= 1e-12 * Math.Max(Math.Abs(least), Math.Abs(most));
    }

    private static IntervalEstimate? WhyNone(ReadOnlySpan<double> differences, string one, string several)
    {
        if (differences.Length < ConfidenceIntervals.EnoughRows)
        {
            return IntervalEstimate.None(
                $"{differences.Length} {(differences.Length == 1 ? one : several)} in both runs; the difference of means needs {ConfidenceIntervals.EnoughRows} for an interval");
        }

        foreach (var difference in differences)
        {
            if (!double.IsFinite(difference)) return IntervalEstimate.None("not every score is finite");
        }

        return null;
    }
}
