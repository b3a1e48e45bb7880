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

    private static double[] Sums(ReadOnlySpan<double> sizes)
    {
        var sums = new double[1 << sizes.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            for (var subset = 0; subset < 1 << i; subset++) sums[subset | (1 << i)] = sums[subset] + sizes[i];
        }

        Array.Sort(sums);
        return sums;
    }
}
