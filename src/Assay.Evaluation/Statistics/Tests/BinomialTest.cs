using MathNet.Numerics;

namespace Assay.Statistics;

/// <summary>
/// Whether a pass rate is the one that is supposed, exact (Clopper and Pearson 1934), as scipy 1.10.1 has it: two-sided, all counts that are
/// no likelier than the one seen.
/// </summary>
public static class BinomialTest
{
    /// <summary>Counts that are equally likely by the formula may differ by so much in their last digits; the reference's own figure.</summary>
    private const double Alike = 1 + 1e-7;

    /// <summary>The probability of a count as far out when each row passes with that probability.</summary>
    /// <param name="passes">Rows that passed.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="probability">The rate that is supposed, above 0 and below 1.</param>
    /// <param name="alternative">Greater when more pass.</param>
    public static double PValue(int passes, int rows, double probability, Alternative alternative = Alternative.TwoSided)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(passes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passes, rows);
        if (probability is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "the rate lies between 0 and 1");
        if (alternative == Alternative.Less) return AtMost(passes, rows, probability);
        if (alternative == Alternative.Greater) return AtMost(rows - passes, rows, 1 - probability);
        if (passes == rows * probability) return 1;
        return passes < rows * probability ? BothTails(passes, rows, probability) : BothTails(rows - passes, rows, 1 - probability);
    }

    // The count lies below the mean; above it, the counts that are no likelier begin where a search finds them.
    private static double BothTails(int count, int rows, double probability)
    {
        var limit = Exactly(count, rows, probability) * Alike;
        int low = (int)Math.Ceiling(rows * probability), high = rows + 1;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Exactly(middle, rows, probability) <= limit) high = middle;
            else low = middle + 1;
        }

        return Math.Min(1, AtMost(count, rows, probability) + AtMost(rows - low, rows, 1 - probability));
    }

    private static double Exactly(int count, int rows, double probability) => Math.Exp(
        SpecialFunctions.GammaLn(rows + 1.0) - SpecialFunctions.GammaLn(count + 1.0) - SpecialFunctions.GammaLn(rows - count + 1.0)
        + (count * Math.Log(probability)) + ((rows - count) * Math.Log(1 - probability)));

    private static double AtMost(int count, int rows, double probability) =>
        count < 0 ? 0 : count >= rows ? 1 : SpecialFunctions.BetaRegularized(rows - count, count + 1.0, 1 - probability);
}
