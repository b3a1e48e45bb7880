using Assay.Statistics;

namespace Assay.Benchmarks.Simulations;

/// <summary>How often intervals hold the mean when rows come in groups of five that are alike, with the groups told and not told.</summary>
internal static class GroupCoverage
{
    private const int Size = 5;

    /// <summary>Half of the rows of a group have the group's own score, the others one of their own: a correlation of about a quarter.</summary>
    private const double Shared = 0.5;

    public static (double Alone, double Grouped) Of(ScoreFamily family, int groups, int samples)
    {
        var labels = new RowGroups([.. Enumerable.Range(0, groups * Size).Select(row => row / Size)]);
        double alone = 0, grouped = 0;
        for (var i = 0; i < samples; i++)
        {
            var random = new SeededRandom(4, (ulong)i);
            var scores = new double[groups * Size];
            for (var group = 0; group < groups; group++)
            {
                var common = family.Draw(ref random);
                for (var row = group * Size; row < (group + 1) * Size; row++)
                {
                    scores[row] = random.NextDouble() < Shared ? common : family.Draw(ref random);
                }
            }

            alone += Holds(family, scores, groups: null) ? 1.0 / samples : 0;
            grouped += Holds(family, scores, labels) ? 1.0 / samples : 0;
        }

        return (alone, grouped);
    }

    private static bool Holds(ScoreFamily family, double[] scores, RowGroups? groups)
    {
        var intervals = new ColumnIntervals(scores, groups, new Interval(0, 1), new IntervalOptions());
        var interval = (family.Scale == ScaleOfScores.PassFail ? intervals.Share() : intervals.Mean()).Interval!.Value;
        return interval.Low <= family.Mean && family.Mean <= interval.High;
    }
}
