namespace Assay.Statistics;

/// <summary>Rows that belong together, as sums.</summary>
/// <param name="Sums">The sum of the differences of each cluster.</param>
/// <param name="Sizes">The rows of each.</param>
internal sealed record Clusters(double[] Sums, int[] Sizes)
{
    public static Clusters Of(ReadOnlySpan<double> differences, ReadOnlySpan<UInt128> groups)
    {
        var places = new Dictionary<UInt128, int>();
        var (sums, sizes) = (new List<double>(), new List<int>());
        for (var i = 0; i < differences.Length; i++)
        {
            if (!places.TryGetValue(groups[i], out var place))
            {
                places.Add(groups[i], place = sums.Count);
                sums.Add(0);
                sizes.Add(0);
            }

            sums[place] += differences[i];
            sizes[place]++;
        }

        return new Clusters([.. sums], [.. sizes]);
    }
}
