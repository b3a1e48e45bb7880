namespace Assay.Statistics;

/// <summary>How far two distributions are from each other.</summary>
public static class Distances
{
    private const double LeastShare = 1e-4;

    /// <summary>
    /// The work of moving one sample onto the other, in the values' unit (scipy <c>wasserstein_distance</c>): the area between the two distribution
    /// functions. NaN on an empty sample.
    /// </summary>
    /// <param name="first">A sample.</param>
    /// <param name="second">Another.</param>
    /// <param name="firstWeights">How much each value of the first counts; empty for all the same.</param>
    /// <param name="secondWeights">Of the second.</param>
    public static double Wasserstein(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<double> firstWeights = default, ReadOnlySpan<double> secondWeights = default)
    {
        if (first.IsEmpty || second.IsEmpty) return double.NaN;
        var (a, sharesA) = Cumulated(first, firstWeights);
        var (b, sharesB) = Cumulated(second, secondWeights);
        double[] all = [.. a, .. b];
        Array.Sort(all);
        var parts = new double[all.Length - 1];
        for (int i = 0, passedA = 0, passedB = 0; i < parts.Length; i++)
        {
            while (passedA < a.Length && a[passedA] <= all[i]) passedA++;
            while (passedB < b.Length && b[passedB] <= all[i]) passedB++;
            parts[i] = Math.Abs(sharesA[passedA] - sharesB[passedB]) * (all[i + 1] - all[i]);
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
    /// Shannon's entropy of weights, which are made shares first (scipy <c>entropy</c>): 0 when all lies in one, the logarithm of their number when
    /// all are alike.
    /// </summary>
    public static double Entropy(ReadOnlySpan<double> weights, double @base = Math.E)
    {
        double all = PairwiseSum.Of(weights), sum = 0;
        foreach (var weight in weights) sum -= Entropy(weight / all, 1);
        return sum / Math.Log(@base);
    }

    /// <summary>
    /// The divergence of the first from the second (Kullback and Leibler 1951), of weights, which are made shares first (scipy <c>entropy</c>): at
    /// least 0, infinite where the second has nothing and the first something. Not symmetric, and no distance.
    /// </summary>
    public static double KullbackLeibler(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double @base = Math.E)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length);
        double sumA = PairwiseSum.Of(first), sumB = PairwiseSum.Of(second), sum = 0;
        for (var i = 0; i < first.Length; i++) sum += Entropy(first[i] / sumA, second[i] / sumB);
        return sum / Math.Log(@base);
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

    // The values in order, and the share of the weight before each and after the last.
    private static (double[] Sorted, double[] Shares) Cumulated(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var sorted = values.ToArray();
        var ordered = weights.IsEmpty ? [.. Enumerable.Repeat(1.0, sorted.Length)] : weights.ToArray();
        ArgumentOutOfRangeException.ThrowIfNotEqual(ordered.Length, sorted.Length, nameof(weights));
        Array.Sort(sorted, ordered);
        var shares = new double[sorted.Length + 1];
        for (var i = 0; i < ordered.Length; i++) shares[i + 1] = shares[i] + ordered[i];
        var total = shares[^1];
        for (var i = 0; i < shares.Length; i++) shares[i] /= total;
        return (sorted, shares);
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
