using Assay.Models;

namespace Assay.Judges.Pairwise;

/// <summary>What a judge prefers of two answers, asked in both orders.</summary>
/// <param name="Value">How far it prefers the one to the other: 1, 0, or between; null when one of the two questions brought no judgement.</param>
/// <param name="Forward">With the one first: 1 when it was preferred, 0 when the other was, 0.5 for a tie; null without a judgement.</param>
/// <param name="Backward">The same with the one second.</param>
/// <param name="Reason">The judge's reasons, or why there is no value.</param>
public sealed record PairwiseJudgement(double? Value, double? Forward, double? Backward, string Reason)
{
    /// <summary>What the judge's service failed of, when that is why there is no value.</summary>
    public ModelException? Failure { get; init; }

    /// <summary>Whether the verdict changed with the order; false when there is none.</summary>
    public bool Disagrees => Forward is { } forward && Backward is { } backward && forward != backward;

    /// <summary>Which place the judge favoured where its verdict changed with the order: above 0 the first, below 0 the second.</summary>
    public double Lean => Forward is { } forward && Backward is { } backward ? (forward - backward) / 2 : 0;
}
