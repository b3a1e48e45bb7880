namespace Assay.Statistics;

/// <summary>
/// Confidence intervals of proportions and means. Confidence lies between 0 and 1 and is 0.95 unless told.
/// </summary>
public static class ConfidenceIntervals
{
    /// <summary>From this many rows on, approximations are good enough: Wilson's score for proportions, Student's t for means.</summary>
    public const int EnoughRows = 15;

    /// <summary>Below, Wilson's interval at one or two passes (or failures) is too far from 0 (or 1), and holds a rate there 89 % of the time.</summary>
    private const int EnoughForWilson = 28;

    /// <summary>
    /// The interval of a pass rate at any number of rows: exact (Clopper-Pearson) below <see cref="EnoughRows"/>, Wilson from there, adjusted
    /// where that would hold rates between .02 and .98 too seldom; none without rows. A method that was asked for is used as it is.
    /// </summary>
    public static IntervalEstimate Proportion(int successes, int rows, double confidence = 0.95, IntervalMethod? method = null) =>
        rows == 0 ? IntervalEstimate.None("no row was scored")
        : method == IntervalMethod.ClopperPearson || (method != IntervalMethod.Wilson && rows < EnoughRows)
            ? IntervalEstimate.Of(ClopperPearson(successes, rows, confidence), "Clopper-Pearson")
        : method != IntervalMethod.Wilson && rows < EnoughForWilson && Math.Min(successes, rows - successes) is 1 or 2
            ? IntervalEstimate.Of(AdjustedWilson(successes, rows, confidence), "Wilson, adjusted")
        : IntervalEstimate.Of(Wilson(successes, rows, confidence), "Wilson");

    /// <summary>
    /// The interval of a mean by Student's t, from <see cref="EnoughRows"/> scores on; below, and for scores that are not finite, the
    /// reason why not.
    /// </summary>
    public static IntervalEstimate Mean(ReadOnlySpan<double> scores, double confidence = 0.95)
    {
        if (scores.Length < EnoughRows)
            return IntervalEstimate.None(IntervalLimits.WhyTooFew(scores.Length, groups: null)!);
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

    /// <summary>
    /// Wilson's interval with continuity correction (Newcombe 1998, method 4; scipy <c>proportion_ci</c>, wilsoncc): wider, nearer to the exact one.
    /// </summary>
    public static Interval CorrectedWilson(int successes, int rows, double confidence = 0.95)
    {
        Check(successes, rows, confidence);
        double z = Quantiles.Normal(0.5 + confidence / 2), p = (double)successes / rows, failures = rows - successes, scale = 2 * (rows + z * z);
        var centre = (2 * successes + z * z) / scale;
        double Reach(double sign) => (1 + z * Math.Sqrt(z * z - 1.0 / rows - sign * 2 + 4 * p * (failures + sign))) / scale;
        return new Interval(successes == 0 ? 0 : centre - Reach(1), successes == rows ? 1 : centre + Reach(-1));
    }

    /// <summary>
    /// Wilson's interval with its end near 0 (or 1) moved out to λ/n, where a Poisson count of mean λ exceeds one less than the passes (or failures)
    /// with the probability 1 − confidence (Brown, Cai and DasGupta 2001, section 4.1.1). Only for one or two passes (or failures).
    /// </summary>
    public static Interval AdjustedWilson(int successes, int rows, double confidence = 0.95)
    {
        var interval = Wilson(successes, rows, confidence);
        double End(int count) => count is 1 or 2 ? Quantiles.Gamma(count, 1 - confidence) / rows : double.PositiveInfinity;
        return new(Math.Min(interval.Low, End(successes)), Math.Max(interval.High, 1 - End(rows - successes)));
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
