using Assay.Labels;

namespace Assay.Scoring.Scorers.Classification;

/// <summary>Reads the two labels of a sample.</summary>
/// <param name="parsing">How they are read.</param>
/// <param name="noneIsWrong">Whether an answer without a label is a wrong one, instead of none.</param>
internal sealed class LabelSource(LabelParsing parsing, bool noneIsWrong)
{
    public LabelNames Names => parsing.Names;

    /// <summary>The labels of the reference and the answer; without the latter the reason, beside both what is doubtful.</summary>
    public (string? Truth, string? Predicted, string? Reason) Read(Sample sample)
    {
        var (truth, reason) = Truth(sample);
        if (truth is null) return (null, null, reason);
        var (label, why) = parsing.Answers.Read(sample.Output);
        return (truth, label ?? (noneIsWrong ? LabelledPart.NoLabel : null), why);
    }

    /// <summary>The label of the reference, or why there is none.</summary>
    public (string? Truth, string? Reason) Truth(Sample sample) =>
        sample.Output.IsNull ? (null, MissingOutput.Reason(sample))
        : sample.Reference.IsNull || string.IsNullOrWhiteSpace(sample.Reference.Text) ? (null, "there is no reference")
        : Names.Of(sample.Reference) is { } truth ? (truth, null)
        : (null, Names.Unknown("the reference", sample.Reference));
}
