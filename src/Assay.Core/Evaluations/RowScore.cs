namespace Assay.Evaluations;

/// <summary>What one scorer said of one row: a value, or the reason why there is none (and never a silent 0).</summary>
/// <param name="Scorer">The scorer's name, as in metric keys: <c>toxicity</c>, <c>token_count_gpt2</c>.</param>
/// <param name="Value">The value; null when the row could not be scored.</param>
/// <param name="Reason">Why there is no value, or a judge's reasons for the value; null when there is nothing to say.</param>
public sealed record RowScore(string Scorer, double? Value, string? Reason = null);
