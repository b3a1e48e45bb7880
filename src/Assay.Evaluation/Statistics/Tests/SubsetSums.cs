namespace Assay.Statistics;

/// <summary>All subsets of up to 40 numbers, counted without listing them: the sums of two halves are sorted and met in the middle.</summary>
internal static class SubsetSums
{
    /// <summary>The share of the subsets that sum to no more than a limit.</summary>
    public static double ShareAtMost(ReadOnlySpan<double> sizes, double limit)
    {
        var first = Sums(sizes[..(sizes.Length / 2)]);
        var second = Sums(sizes[(sizes.Length / 2)..]);
        long count = 0;
        var fitting = second.Length;
        foreach (var sum in first)
        {
            while (fitting > 0 && sum + second[fitting - 1] > limit) fitting--;
            count += fitting;
        }

        return (double)count / first.Length / second.Length;
    }

    // Sorted all along: the sums without a number and those with it are merged.
    private static double[] Sums(ReadOnlySpan<double> sizes)
    {
        var sums = new double[] { 0 };
        foreach (var size in sizes)
        {
            var merged = new double[sums.Length * 2];
            int without = 0, with = 0;
            for (var i = 0; i < merged.Length; i++)
            {
                merged[i] = without < sums.Length && sums[without] <= sums[with] + size ? sums[without++] : sums[with++] + size;
            }

            sums = merged;
        }

        return sums;
    }
}
