namespace Assay.Statistics;

/// <summary>
/// Figures of resamples: as many rows, or groups of rows, as there are, drawn with replacement (Efron 1979). Each resample draws from a random
/// stream of its own, so the result is the same on any number of processors.
/// </summary>
internal static class Bootstrap
{
    /// <summary>Figures of some of the rows; called from several threads at once. Null and NaN where there is none.</summary>
    internal delegate IReadOnlyList<double?> Figures(ReadOnlySpan<int> rows);

    private const int MostResamples = 2000;

    private const int LeastResamples = 400;

    /// <summary>Rows that are looked at in all, about; many rows need fewer resamples for the time they take, and have them to spare.</summary>
    private const long Work = 400_000_000;

    /// <summary>The resamples that so many rows get.</summary>
    public static int ResamplesFor(int rows) => (int)Math.Clamp(Work / Math.Max(rows, 1), LeastResamples, MostResamples);

    /// <summary>The figures of each resample, by figure; in no order, NaN where a resample has none.</summary>
    public static double[][] Run(RowGroups groups, int figures, Figures compute, int resamples, ulong seed)
    {
        var results = new double[figures][];
        for (var figure = 0; figure < figures; figure++)
        {
            results[figure] = new double[resamples];
        }

        Parallel.For(0, resamples, () => new List<int>(groups.Places), (resample, _, rows) =>
        {
            Draw(groups, new SeededRandom(seed, (ulong)resample), rows);
            var found = compute(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows));
            for (var figure = 0; figure < results.Length; figure++)
            {
                results[figure][resample] = found[figure] ?? double.NaN;
            }

            return rows;
        }, _ => { });
        return results;
    }

    /// <summary>
    /// The figures without each of the groups in turn, or where these are many, without each of <paramref name="most"/> parts of them; by figure.
    /// </summary>
    public static double[][] Jackknife(RowGroups groups, int figures, Figures compute, int most = 50)
    {
        var parts = Math.Min(groups.Count, most);
        var results = Enumerable.Range(0, figures).Select(_ => new double[parts]).ToArray();
        Parallel.For(0, parts, part =>
        {
            var rows = Enumerable.Range(0, groups.Places).Where(place => groups[place] % parts != part).ToArray();
            var found = compute(rows);
            for (var figure = 0; figure < results.Length; figure++)
            {
                results[figure][part] = found[figure] ?? double.NaN;
            }
        });
        return results;
    }

    private static void Draw(RowGroups groups, SeededRandom random, List<int> rows)
    {
        rows.Clear();
        for (var i = 0; i < groups.Count; i++)
        {
            rows.AddRange(groups.Members(random.Next(groups.Count)));
        }
    }
}
