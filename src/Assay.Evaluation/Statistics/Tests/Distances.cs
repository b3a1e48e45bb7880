namespace Assay.Statistics;

/// <summary>How far two distributions are from each other.</summary>
public static class Distances
{
    private const double LeastShare = 1e-4;

    /// <summary>
    /// The work of moving one sample onto the other, in the values' unit (scipy <c>wasserstein_distance</c>): the area between the two distribution
    /// functions. NaN on an empty sample.
    /// </summary>
    public static double Wasserstein(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.IsEmpty || second.IsEmpty) return double.NaN;
        double[] a = first.ToArray(), b = second.ToArray(), all = [.. a, .. b];
        Array.Sort(a);
        Array.Sort(b);
        Array.Sort(all);
        var parts = new double[all.Length - 1];
        for (int i = 0, passedA = 0, passedB = 0; i < parts.Length; i++)
        {
            while (passedA < a.Length && a[passedA] <= all[i]) passedA++;
            while (passedB < b.Length && b[passedB] <= all[i]) passedB++;
            parts[i] = Math.Abs(((double)passedA / a.Length) - ((double)passedB / b.Length)) * (all[i + 1] - all[i]);
        }

        return PairwiseSum.Of(parts);
    }

    /// <summary>
    /// The Jensen-Shannon distance, the root of the divergence: of weights, which are made shares first (scipy <c>jensenshannon</c>). 0 to 1 for base
    /// 2, to √ln 2 for base e.
    /// </summary>
    public static double JensenShannon(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double @base = Math.E)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length);
        double sumA = PairwiseSum.Of(first), sumB = PairwiseSum.Of(second), sum = 0;
        for (var i = 0; i < first.Length; i++)
        {
            double a = first[i] / sumA, b = second[i] / sumB, middle = (a + b) / 2;
            sum += Entropy(a, middle) + Entropy(b, middle);
        }

        return Math.Sqrt(Math.Max(0, sum / Math.Log(@base) / 2));
    }

    /// <summary>
    /// The population stability index of two samples: Σ (c − r)·ln(c/r) over bins whose inner edges are the tenths of the reference, equal edges
    /// merged, a value at an edge to its left, shares of at least 0.0001. Under 0.1 stable, above 0.25 changed, by custom. NaN on an empty sample.
    /// </summary>
    public static double StabilityIndex(ReadOnlySpan<double> reference, ReadOnlySpan<double> current, int bins = 10)
    {
        if (reference.IsEmpty || current.IsEmpty) return double.NaN;
        var sorted = reference.ToArray();
        Array.Sort(sorted);
        var edges = Enumerable.Range(0, bins + 1).Select(bin => Aggregates.Percentile(sorted, 100.0 * bin / bins)!.Value).Distinct().ToArray();
        var inner = edges.Length > 2 ? edges[1..^1] : [];
        return StabilityIndexOfCounts(Count(reference, inner), Count(current, inner));
    }

    /// <summary>The population stability index of counts by category.</summary>
    public static double StabilityIndexOfCounts(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(current.Length, reference.Length);
        double sumA = PairwiseSum.Of(reference), sumB = PairwiseSum.Of(current), index = 0;
        for (var i = 0; i < reference.Length; i++)
        {
            double expected = Math.Max(reference[i] / sumA, LeastShare), actual = Math.Max(current[i] / sumB, LeastShare);
            index += (actual - expected) * Math.Log(actual / expected);
        }

        return index;
    }

    private static double[] Count(ReadOnlySpan<double> values, double[] inner)
    {
        var counts = new double[inner.Length + 1];
        foreach (var value in values)
        {
            var place = Array.BinarySearch(inner, value);
            counts[place < 0 ? ~place : place]++;
        }

        return counts;
    }

    private static double Entropy(double share, double other) => share > 0 ? share * Math.Log(share / other) : 0;
}
