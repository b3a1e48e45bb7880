namespace Assay.Statistics;

/// <summary>
/// Whether the means of two independent samples differ (Fisher 1935; Pitman 1937): were there no difference, any of the values could as well be
/// in the other sample. All divisions are counted where there are at most 200,000, two-sided as twice the smaller side's share (scipy 1.10.1's
/// <c>permutation_test</c>); else random ones are, and p = (hits + 1)/(divisions + 1). The statistic is the difference of the means, first less
/// second. NaN on an empty sample. Rows of two runs over the same data are no independent samples: <see cref="SignFlipTest"/> is for those.
/// </summary>
public static class PermutationTest
{
    private const int MostDivisions = 200_000, RandomDivisions = 19_999;

    /// <summary>Tests two samples.</summary>
    public static TestResult Of(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, Alternative alternative = Alternative.TwoSided, ulong seed = 1)
    {
        if (first.IsEmpty || second.IsEmpty) return new TestResult(double.NaN, double.NaN);
        double[] all = [.. first, .. second];
        var statistic = (PairwiseSum.Of(first) / first.Length) - (PairwiseSum.Of(second) / second.Length);

        // The first's sum says all, since the values' sum stays the same; equal sums may differ in their last digits.
        var (seen, slack) = (PairwiseSum.Of(first), 1e-13 * all.Sum(Math.Abs));
        var (low, high, divisions) = Divisions(all.Length, first.Length) <= MostDivisions
            ? Count(all, first.Length, seen, slack)
            : Draw(all, first.Length, seen, slack, new SeededRandom(seed));
        double less = low / divisions, greater = high / divisions;
        return new TestResult(statistic, alternative switch
        {
            Alternative.Less => less, Alternative.Greater => greater, _ => Math.Min(1, 2 * Math.Min(less, greater)),
        });
    }

    private static double Divisions(int all, int first)
    {
        double ways = 1;
        for (var i = 1; i <= first && ways <= MostDivisions; i++) ways = ways * (all - first + i) / i;
        return ways;
    }

    private static (double Low, double High, double All) Count(double[] values, int chosen, double seen, double slack)
    {
        var places = Enumerable.Range(0, chosen).ToArray();
        long low = 0, high = 0, count = 0;
        do
        {
            double sum = 0;
            foreach (var place in places) sum += values[place];
            low += sum <= seen + slack ? 1 : 0;
            high += sum >= seen - slack ? 1 : 0;
            count++;
        }
        while (Advance(places, values.Length));
        return (low, high, count);
    }

    // The next choice in the order of the alphabet: the last place that can move moves, and those behind it follow closely.
    private static bool Advance(int[] places, int values)
    {
        var moving = places.Length - 1;
        while (moving >= 0 && places[moving] == values - places.Length + moving) moving--;
        if (moving < 0) return false;
        places[moving]++;
        for (var i = moving + 1; i < places.Length; i++) places[i] = places[i - 1] + 1;
        return true;
    }

    private static (double Low, double High, double All) Draw(double[] values, int chosen, double seen, double slack, SeededRandom random)
    {
        long low = 1, high = 1;
        for (var division = 0; division < RandomDivisions; division++)
        {
            double sum = 0;
            for (var i = 0; i < chosen; i++)
            {
                var other = i + random.Next(values.Length - i);
                (values[i], values[other]) = (values[other], values[i]);
                sum += values[i];
            }

            low += sum <= seen + slack ? 1 : 0;
            high += sum >= seen - slack ? 1 : 0;
        }

        return (low, high, RandomDivisions + 1);
    }
}
