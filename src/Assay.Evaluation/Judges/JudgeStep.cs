namespace Assay.Judges;

/// <summary>One step of a judge's scale.</summary>
/// <param name="Answer">What the judge answers: <c>4</c>, <c>pass</c>.</param>
/// <param name="Value">The score that this answer is.</param>
/// <param name="Meaning">What has to hold for it, in plain words; null when it goes without saying.</param>
public sealed record JudgeStep(string Answer, double Value, string? Meaning);
