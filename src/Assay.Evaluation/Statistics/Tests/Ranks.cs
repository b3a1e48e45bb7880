namespace Assay.Statistics;

/// <summary>Ranks of values from 1, those of equal values averaged, and how many share each (scipy <c>rankdata</c>).</summary>
internal static class Ranks
{
    public static double[] Of(ReadOnlySpan<double> values, List<int>? ties = null)
    {
        var sorted = values.ToArray();
        var places = new int[sorted.Length];
        for (var i = 0; i < places.Length; i++) places[i] = i;
        Array.Sort(sorted, places);
        var ranks = new double[sorted.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && sorted[end].Equals(sorted[start]);) end++;
            for (var i = start; i < end; i++) ranks[places[i]] = (start + 1 + end) / 2.0;
            if (end - start > 1) ties?.Add(end - start);
        }

        return ranks;
    }

    /// <summary>Σ (t³ − t) over the groups of equal values.</summary>
    public static double TieTerm(IEnumerable<int> ties) => ties.Sum(t => ((double)t * t * t) - t);
}
