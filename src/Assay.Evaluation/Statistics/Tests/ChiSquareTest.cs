using MathNet.Numerics;

namespace Assay.Statistics;

/// <summary>Tests of counts by the chi-square distribution (Pearson 1900), as scipy 1.10 has them.</summary>
public static class ChiSquareTest
{
    /// <summary>The probability above x for so many degrees of freedom.</summary>
    public static double Above(double x, int freedom) => x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(freedom / 2.0, x / 2);

    /// <summary>The probability below x for so many degrees of freedom.</summary>
    public static double Below(double x, int freedom) => x <= 0 ? 0 : SpecialFunctions.GammaLowerRegularized(freedom / 2.0, x / 2);

    /// <summary>Whether counts are spread evenly. NaN for fewer than two.</summary>
    public static TestResult OfEvenness(ReadOnlySpan<double> counts)
    {
        if (counts.Length < 2) return new TestResult(counts.Length == 1 ? 0 : double.NaN, double.NaN);
        var expected = PairwiseSum.Of(counts) / counts.Length;
        var statistic = PairwiseSum.OfSquaredDeviations(counts, expected) / expected;
        return new TestResult(statistic, Above(statistic, counts.Length - 1));
    }

    /// <summary>Whether rows and columns of a table of counts are independent; its p is 1 for a table of one row or column.</summary>
    /// <param name="table">Counts by row and column, no row and no column of zeros.</param>
    /// <param name="correction">Whether a two by two table is corrected for continuity (Yates 1934), as far as the counts differ.</param>
    /// <param name="likelihood">Whether the statistic is that of the likelihood ratio (G).</param>
    public static TestResult OfTable(double[][] table, bool correction = true, bool likelihood = false)
    {
        ArgumentNullException.ThrowIfNull(table);
        var freedom = (table.Length - 1) * (table[0].Length - 1);
        if (freedom == 0) return new TestResult(0, 1);
        var expectations = Expected(table);
        double statistic = 0;
        for (var i = 0; i < table.Length; i++)
        {
            for (var j = 0; j < table[i].Length; j++)
            {
                var (seen, expected) = (table[i][j], expectations[i][j]);
                if (correction && freedom == 1) seen += Math.Sign(expected - seen) * Math.Min(0.5, Math.Abs(expected - seen));
                statistic += likelihood ? (seen > 0 ? 2 * seen * Math.Log(seen / expected) : 0) : (seen - expected) * (seen - expected) / expected;
            }
        }

        return new TestResult(statistic, Above(statistic, freedom));
    }

    /// <summary>What the cells of a table would hold were rows and columns independent: row sum times column sum by the sum of all.</summary>
    public static double[][] Expected(double[][] table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var columns = Enumerable.Range(0, table[0].Length).Select(column => table.Sum(row => row[column])).ToArray();
        var all = columns.Sum();
        return [.. table.Select(row => row.Sum()).Select(row => columns.Select(column => row * column / all).ToArray())];
    }
}
