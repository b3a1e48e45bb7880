namespace Assay.Judges;

/// <summary>A judgement that shows the judge how the scale is meant.</summary>
/// <param name="Texts">The texts by the names of the judge's inputs.</param>
/// <param name="Answer">The step of the scale.</param>
/// <param name="Reason">Why.</param>
public sealed record JudgeExample(IReadOnlyDictionary<string, string> Texts, string Answer, string Reason);
