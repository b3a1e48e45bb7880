namespace Assay.Statistics;

/// <summary>
/// Intervals of a mean from its estimate. Where the scores have a scale, the interval keeps within it. Confidence lies between 0 and 1.
/// </summary>
internal static class MeanIntervals
{
    /// <summary>Mean ± t · standard error (Student 1908).</summary>
    public static Interval Student(MeanEstimate estimate, double confidence)
    {
        var reach = Quantiles.Student(estimate.Freedom, 0.5 + confidence / 2) * estimate.StandardError;
        return new(estimate.Mean - reach, estimate.Mean + reach);
    }

    /// <summary>
    /// Student's interval of the mean's logit, taken back to the scale: the standard error there is SE / (m · (1 − m)) by the delta method,
    /// where m is the mean's place on the scale from 0 to 1. Where all scores are the same, <see cref="OfConstant"/>.
    /// </summary>
    public static Interval LogitT(MeanEstimate estimate, Interval scale, double confidence)
    {
        var width = scale.High - scale.Low;
        var place = (estimate.Mean - scale.Low) / width;
        if (estimate.StandardError == 0 || place is <= 0 or >= 1)
        {
            return OfConstant(estimate, scale, confidence);
        }

        var logit = Math.Log(place / (1 - place));
        var reach = Quantiles.Student(estimate.Freedom, 0.5 + confidence / 2) * estimate.StandardError / width / (place * (1 - place));
        return new(scale.Low + width / (1 + Math.Exp(reach - logit)), scale.Low + width / (1 + Math.Exp(-reach - logit)));
    }

    /// <summary>
    /// Wilson's interval with the variance that the scores have: it holds the means μ for which |m − μ| ≤ t · √(μ(1 − μ) · k), where
    /// k = SE² / (m(1 − m)) is one over the effective number of pass-or-fail rows (Korn and Graubard 1998 for the idea of an effective n).
    /// </summary>
    /// <param name="estimate">The mean.</param>
    /// <param name="scale">The scores' scale.</param>
    /// <param name="confidence">The confidence.</param>
    /// <param name="mostEffective">The effective n is at most this: the rows, for pass or fail.</param>
    public static Interval EffectiveWilson(MeanEstimate estimate, Interval scale, double confidence, double mostEffective = double.PositiveInfinity)
    {
        var width = scale.High - scale.Low;
        var place = (estimate.Mean - scale.Low) / width;
        if (estimate.StandardError == 0 || place is <= 0 or >= 1)
        {
            return OfConstant(estimate, scale, confidence);
        }

        var error = estimate.StandardError / width;
        var k = Math.Max(error * error / (place * (1 - place)), 1 / mostEffective);
        var t = Quantiles.Student(estimate.Freedom, 0.5 + confidence / 2);
        var centre = (place + t * t * k / 2) / (1 + t * t * k);
        var reach = t / (1 + t * t * k) * Math.Sqrt(k * place * (1 - place) + t * t * k * k / 4);
        return new(scale.Low + width * Math.Max(0, centre - reach), scale.Low + width * Math.Min(1, centre + reach));
    }

    /// <summary>
    /// Where n units all have the score c, at most a share u = 1 − (α/2)^(1/n) of all units has another (Clopper and Pearson), and that one lies
    /// anywhere on the scale: the mean lies between c − u · (c − low) and c + u · (high − c), whatever the scores' distribution.
    /// </summary>
    public static Interval OfConstant(MeanEstimate estimate, Interval scale, double confidence)
    {
        var others = 1 - Math.Pow((1 - confidence) / 2, 1.0 / estimate.Units);
        return new(estimate.Mean - others * (estimate.Mean - scale.Low), estimate.Mean + others * (scale.High - estimate.Mean));
    }
}
