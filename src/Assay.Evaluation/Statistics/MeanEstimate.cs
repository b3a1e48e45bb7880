namespace Assay.Statistics;

/// <summary>A mean, how far it may be off, and from how many independent units that is known.</summary>
/// <param name="Mean">The arithmetic mean of the scores.</param>
/// <param name="StandardError">Its standard error; 0 when the units do not differ.</param>
/// <param name="Units">The independent units: rows, or groups of rows.</param>
internal readonly record struct MeanEstimate(double Mean, double StandardError, int Units)
{
    /// <summary>Degrees of freedom of the standard error.</summary>
    public int Freedom => Units - 1;

    /// <summary>Of independent rows: sample standard deviation / √n.</summary>
    public static MeanEstimate Of(ReadOnlySpan<double> scores)
    {
        var mean = PairwiseSum.Of(scores) / scores.Length;
        return new(mean, Math.Sqrt(PairwiseSum.OfSquaredDeviations(scores, mean) / (scores.Length - 1.0) / scores.Length), scores.Length);
    }

    /// <summary>
    /// Of rows that come in groups (several questions on one passage): the cluster-robust standard error √(G/(G−1) · Σ eᵍ²) / n, where eᵍ is a
    /// group's sum of deviations from the mean (Cameron and Miller 2015, section II).
    /// </summary>
    /// <param name="scores">The scores.</param>
    /// <param name="groups">Each score's group.</param>
    public static MeanEstimate Of(ReadOnlySpan<double> scores, RowGroups groups)
    {
        var mean = PairwiseSum.Of(scores) / scores.Length;
        var deviations = new double[groups.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            deviations[groups[i]] += scores[i] - mean;
        }

        var squares = PairwiseSum.OfSquaredDeviations(deviations, 0);
        return new(mean, Math.Sqrt(squares * groups.Count / (groups.Count - 1.0)) / scores.Length, groups.Count);
    }
}
