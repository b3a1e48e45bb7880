namespace Assay.Statistics;

/// <summary>
/// Sums of random subsets, each number in or out by a coin. Eight numbers at a time: the sums of their 256 subsets are made once, and a random
/// byte picks one. Batches have random streams of their own, so that the result does not depend on the number of threads.
/// </summary>
internal sealed class RandomSubsets
{
    private const int Group = 8, Subsets = 1 << Group, Batch = 500;

    private readonly double[] _sums;
    private readonly int _groups;
    private readonly ulong _seed;

    public RandomSubsets(ReadOnlySpan<double> sizes, ulong seed)
    {
        _seed = seed;
        _groups = (sizes.Length + Group - 1) / Group;
        _sums = new double[_groups * Subsets];
        for (var i = 0; i < _groups * Group; i++)
        {
            var (start, bit) = (i / Group * Subsets, 1 << (i % Group));
            var size = i < sizes.Length ? sizes[i] : 0;
            for (var subset = 0; subset < bit; subset++) _sums[start + subset + bit] = _sums[start + subset] + size;
        }
    }

    /// <summary>How many of so many subsets sum to at most <paramref name="low"/> or at least <paramref name="high"/>.</summary>
    public long Count(double low, double high, int samples)
    {
        long hits = 0;
        Parallel.For(0, (samples + Batch - 1) / Batch, batch =>
        {
            var random = new SeededRandom(_seed, (ulong)batch);
            var found = 0;
            for (var sample = batch * Batch; sample < Math.Min(samples, (batch + 1) * Batch); sample++)
            {
                var sum = Sum(ref random);
                if (sum <= low || sum >= high) found++;
            }

            Interlocked.Add(ref hits, found);
        });
        return hits;
    }

    private double Sum(ref SeededRandom random)
    {
        double sum = 0;
        ulong bits = 0;
        for (var group = 0; group < _groups; group++, bits >>= Group)
        {
            if (group % Group == 0) bits = random.NextBits();
            sum += _sums[(group * Subsets) + (int)(bits & (Subsets - 1))];
        }

        return sum;
    }
}
