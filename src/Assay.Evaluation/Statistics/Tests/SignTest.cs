namespace Assay.Statistics;

/// <summary>
/// Whether rises are as frequent as falls, whatever their size: the exact binomial test of the signs (Arbuthnot 1710). Rows without a difference
/// are left out. Its statistic is the number of rises. p is 1 when no row differs.
/// </summary>
public static class SignTest
{
    /// <summary>Tests the differences.</summary>
    public static TestResult Of(ReadOnlySpan<double> differences, Alternative alternative = Alternative.TwoSided)
    {
        int rises = 0, falls = 0;
        foreach (var difference in differences)
        {
            if (difference > 0) rises++;
            else if (difference < 0) falls++;
        }

        return new TestResult(rises, rises + falls == 0 ? 1 : FairCoin.PValue(rises, rises + falls, alternative));
    }
}
