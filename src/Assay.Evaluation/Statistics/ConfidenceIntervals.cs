namespace Assay.Statistics;

/// <summary>
/// Confidence intervals of proportions and means. Confidence lies between 0 and 1 and is 0.95 unless told.
/// </summary>
public static class ConfidenceIntervals
{
    /// <summary>From this many rows on, approximations are good enough: Wilson's score for proportions, Student's t for means.</summary>
    public const int EnoughRows = 15;

    /// <summary>
    /// The interval of a pass rate at any number of rows: exact (Clopper-Pearson) below <see cref="EnoughRows"/>, Wilson from there; none
    /// without rows.
    /// </summary>
    public static IntervalEstimate Proportion(int successes, int rows, double confidence = 0.95) =>
        rows == 0 ? IntervalEstimate.None("no row was scored")
        : rows < EnoughRows ? IntervalEstimate.Of(ClopperPearson(successes, rows, confidence), "Clopper-Pearson")
        : IntervalEstimate.Of(Wilson(successes, rows, confidence), "Wilson");

    /// <summary>
    /// The interval of a mean by Student's t, from <see cref="EnoughRows"/> scores on; below, and for scores that are not finite, the
    /// reason why not.
    /// </summary>
    public static IntervalEstimate Mean(ReadOnlySpan<double> scores, double confidence = 0.95)
    {
        if (scores.Length < EnoughRows)
            return IntervalEstimate.None($"{scores.Length} scored {(scores.Length == 1 ? "row" : "rows")}; a mean needs {EnoughRows} for an interval");
        var interval = StudentT(scores, confidence);
        return double.IsFinite(interval.Low) && double.IsFinite(interval.High)
            ? IntervalEstimate.Of(interval, "Student t")
            : IntervalEstimate.None("not every score is finite");
    }

    /// <summary>Wilson's score interval, without continuity correction (Wilson 1927; scipy <c>proportion_ci</c>).</summary>
    public static Interval Wilson(int successes, int rows, double confidence = 0.95)
    {
        Check(successes, rows, confidence);
        double z = Quantiles.Normal(0.5 + confidence / 2), failures = rows - successes;
        var scale = 2 * (rows + z * z);
        var centre = (2 * successes + z * z) / scale;
        var reach = z * Math.Sqrt(4 * successes * failures / rows + z * z) / scale;
        return new Interval(successes == 0 ? 0 : centre - reach, successes == rows ? 1 : centre + reach);
    }

    /// <summary>The exact interval by beta quantiles (Clopper and Pearson 1934; scipy <c>proportion_ci</c>, exact).</summary>
    public static Interval ClopperPearson(int successes, int rows, double confidence = 0.95)
    {
        Check(successes, rows, confidence);
        var tail = (1 - confidence) / 2;
        return new Interval(
            successes == 0 ? 0 : Quantiles.Beta(successes, rows - successes + 1, tail),
            successes == rows ? 1 : Quantiles.Beta(successes + 1, rows - successes, 1 - tail));
    }

    /// <summary>Mean ± t · sample standard deviation / √n, with n − 1 degrees of freedom; two scores at least.</summary>
    public static Interval StudentT(ReadOnlySpan<double> scores, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, 2);
        CheckConfidence(confidence);
        var mean = PairwiseSum.Of(scores) / scores.Length;
        var error = Math.Sqrt(PairwiseSum.OfSquaredDeviations(scores, mean) / (scores.Length - 1) / scores.Length);
        var reach = Quantiles.Student(scores.Length - 1, 0.5 + confidence / 2) * error;
        return new Interval(mean - reach, mean + reach);
    }

    private static void Check(int successes, int rows, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, rows);
        CheckConfidence(confidence);
    }

    private static void CheckConfidence(double confidence)
    {
        if (confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "confidence lies between 0 and 1");
    }
}
