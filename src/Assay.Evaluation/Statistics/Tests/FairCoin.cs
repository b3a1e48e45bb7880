using MathNet.Numerics;

namespace Assay.Statistics;

/// <summary>How often a fair coin shows heads: the binomial distribution with probability one half.</summary>
internal static class FairCoin
{
    /// <summary>The probability of exactly so many heads.</summary>
    public static double Exactly(int heads, int tosses) => heads < 0 || heads > tosses
        ? 0
        : Math.Exp(SpecialFunctions.GammaLn(tosses + 1.0) - SpecialFunctions.GammaLn(heads + 1.0) - SpecialFunctions.GammaLn(tosses - heads + 1.0)
            - (tosses * Math.Log(2)));

    /// <summary>The probability of at most so many heads.</summary>
    public static double AtMost(int heads, int tosses) =>
        heads < 0 ? 0 : heads >= tosses ? 1 : SpecialFunctions.BetaRegularized(tosses - heads, heads + 1.0, 0.5);

    /// <summary>
    /// The exact test of fairness: the probability of a count at least as far from the middle; of one side alone with an
    /// <paramref name="alternative"/>.
    /// </summary>
    public static double PValue(int heads, int tosses, Alternative alternative = Alternative.TwoSided) => alternative switch
    {
        Alternative.Less => AtMost(heads, tosses),
        Alternative.Greater => AtMost(tosses - heads, tosses),
        _ => Math.Min(1, 2 * AtMost(Math.Min(heads, tosses - heads), tosses)),
    };
}
