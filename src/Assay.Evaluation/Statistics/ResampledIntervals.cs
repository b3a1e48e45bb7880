namespace Assay.Statistics;

/// <summary>Intervals of figures by the bootstrap, several figures of the same rows at once.</summary>
internal static class ResampledIntervals
{
    /// <summary>More of the resamples than this without a value, and the others do not speak for all.</summary>
    private const double MostWithout = 0.05;

    /// <param name="groups">What is drawn: groups of rows, or rows.</param>
    /// <param name="clustered">Whether the groups are the user's.</param>
    /// <param name="figures">The figures of all rows; null where there is none.</param>
    /// <param name="compute">The figures of some of the rows.</param>
    /// <param name="options">What is wanted.</param>
    /// <returns>An estimate for each figure; null where there is no figure.</returns>
    public static IReadOnlyList<IntervalEstimate?> Of(
        RowGroups groups, bool clustered, IReadOnlyList<double?> figures, Bootstrap.Figures compute, IntervalOptions options)
    {
        var accelerated = options.Method != IntervalMethod.Bootstrap;
        var resampled = Bootstrap.Run(groups, figures.Count, compute, Bootstrap.ResamplesFor(groups.Places), options.Seed);
        var leftOut = accelerated ? Bootstrap.Jackknife(groups, figures.Count, compute) : null;
        var name = (accelerated ? "BCa bootstrap" : "bootstrap") + (clustered ? ", clustered" : "");
        return [.. figures.Select((figure, i) => figure is not { } value ? null : Of(resampled[i], value, leftOut?[i], groups.Count, options, name))];
    }

    private static IntervalEstimate Of(double[] resampled, double figure, double[]? leftOut, int units, IntervalOptions options, string name)
    {
        var sorted = Array.FindAll(resampled, double.IsFinite);
        var without = resampled.Length - sorted.Length;
        if (without > MostWithout * resampled.Length)
        {
            return IntervalEstimate.None($"{without} of {resampled.Length} resamples have no value of it");
        }

        Array.Sort(sorted);
        return sorted[0] == sorted[^1] ? IntervalEstimate.None("it is the same in every resample of the rows")
            : IntervalEstimate.Of(
                leftOut is null ? BootstrapIntervals.ExpandedPercentile(sorted, units, options.Confidence)
                    : BootstrapIntervals.Bca(sorted, figure, BootstrapIntervals.Acceleration(leftOut), units, options.Confidence),
                name);
    }
}
