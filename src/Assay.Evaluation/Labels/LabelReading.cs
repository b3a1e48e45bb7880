namespace Assay.Labels;

/// <summary>What was found in an answer: a label, or why there is none.</summary>
/// <param name="Label">The label; null when none was found, or none alone.</param>
/// <param name="Reason">Why there is none; beside a label, what is doubtful about it.</param>
internal readonly record struct LabelReading(string? Label, string? Reason = null)
{
    public const string NoLabel = "no label in the answer";

    public static LabelReading None(string reason) => new(null, reason);
}
