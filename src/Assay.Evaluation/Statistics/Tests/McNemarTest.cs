using MathNet.Numerics;

namespace Assay.Statistics;

/// <summary>
/// Whether two runs pass the same share of the same rows. Only the rows on which they disagree say anything: so many are gained (the second
/// passes, the first does not), so many are lost. Source: McNemar 1947; the mid-p as in Fagerland, Lydersen and Laake 2013.
/// </summary>
public static class McNemarTest
{
    /// <summary>
    /// The exact p-value less half the probability of the count that was seen: close to its level where the exact one is too careful. 1 when no
    /// row differs.
    /// </summary>
    public static double MidP(int gained, int lost)
    {
        Check(gained, lost);
        return gained == lost ? 1 - MidOfTie(gained + lost) : Math.Min(1, Exact(gained, lost) - FairCoin.Exactly(Math.Min(gained, lost), gained + lost));
    }

    /// <summary>The exact p-value: twice the smaller tail of the binomial distribution. 1 when no row differs.</summary>
    public static double Exact(int gained, int lost)
    {
        Check(gained, lost);
        return gained + lost == 0 ? 1 : FairCoin.PValue(gained, gained + lost);
    }

    /// <summary>
    /// By the chi-square distribution with one degree of freedom, for many differing rows: the statistic is (|gained − lost| − c)² / (gained + lost).
    /// 0 and p 1 when no row differs.
    /// </summary>
    /// <param name="gained">Rows that the second passes and the first does not.</param>
    /// <param name="lost">Rows that the first passes and the second does not.</param>
    /// <param name="correction">Whether c is Edwards' 1, or 0. With it a tie has no p of 1.</param>
    public static TestResult ChiSquare(int gained, int lost, bool correction = false)
    {
        Check(gained, lost);
        if (gained + lost == 0) return new TestResult(0, 1);
        double distance = Math.Abs(gained - lost) - (correction ? 1 : 0), statistic = distance * distance / (gained + lost);
        return new TestResult(statistic, SpecialFunctions.Erfc(Math.Sqrt(statistic / 2)));
    }

    /// <summary>The p-value of <see cref="ChiSquare"/>.</summary>
    public static double Asymptotic(int gained, int lost) => ChiSquare(gained, lost).PValue;

    // The two tails of a tie share its probability, which the mid-p counts half in each.
    private static double MidOfTie(int differing) => differing == 0 ? 0 : FairCoin.Exactly(differing / 2, differing);

    private static void Check(int gained, int lost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gained);
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
    }
}
