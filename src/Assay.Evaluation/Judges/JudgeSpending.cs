namespace Assay.Judges;

/// <summary>What judges cost.</summary>
/// <param name="Calls">Calls that were answered.</param>
/// <param name="Repairs">Those among them that asked a second time, because the first answer was no judgement.</param>
/// <param name="Usage">Tokens of all calls together; null when no service said.</param>
public sealed record JudgeSpending(long Calls, long Repairs, TokenUsage? Usage)
{
    /// <summary>Nothing spent.</summary>
    public static JudgeSpending None { get; } = new(0, 0, null);

    /// <summary>Both together.</summary>
    public static JudgeSpending operator +(JudgeSpending a, JudgeSpending b) => new(a.Calls + b.Calls, a.Repairs + b.Repairs, Combine(a.Usage, b.Usage, 1));

    /// <summary>What was spent since an earlier time.</summary>
    public static JudgeSpending operator -(JudgeSpending later, JudgeSpending earlier) =>
        new(later.Calls - earlier.Calls, later.Repairs - earlier.Repairs, Combine(later.Usage, earlier.Usage, -1));

    private static TokenUsage? Combine(TokenUsage? a, TokenUsage? b, int sign) => a is null && b is null ? null
        : new TokenUsage((a?.Input ?? 0) + sign * (b?.Input ?? 0), (a?.Output ?? 0) + sign * (b?.Output ?? 0));
}
