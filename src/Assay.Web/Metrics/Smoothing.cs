namespace Assay.Web.Metrics;

/// <summary>
/// The exponential moving average: each value keeps a share of the one before. The first values are corrected for there being none before them, so that
/// a smoothed line begins where the values do (as in the Adam optimiser, Kingma and Ba 2015, section 3).
/// </summary>
internal static class Smoothing
{
    /// <summary>Smooths values in their order; what is not finite stays as it is and is passed over.</summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> values, double share)
    {
        if (share <= 0)
        {
            return values;
        }

        var smooth = new double[values.Count];
        var (mean, weight) = (0.0, 0.0);
        for (var i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                smooth[i] = values[i];
                continue;
            }

            mean = (share * mean) + ((1 - share) * values[i]);
            weight = (share * weight) + (1 - share);
            smooth[i] = mean / weight;
        }

        return smooth;
    }
}
