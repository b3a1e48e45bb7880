using Assay.Scoring;
using Assay.Scoring.Scorers;

namespace Assay.Judges;

/// <summary>The texts of a sample by the names of a judge's inputs.</summary>
internal static class SampleTexts
{
    public static string? Of(Sample sample, JudgeInput input) => input.Name switch
    {
        "input" => sample.Input,
        "output" => sample.Output.Text,
        "reference" => Reference(sample),
        "context" => sample.Context,
        var column => sample.Row?[column],
    };

    /// <summary>Why there is no output; null when there is one.</summary>
    public static string? WhyNone(Sample sample) => sample.Output.IsNull ? MissingOutput.Reason(sample) : null;

    private static string? Reference(Sample sample) => References.Of(sample.Reference) switch
    {
        [] => null,
        [var only] => only,
        var several => "Each of these is a reference of its own, and one that fits is enough:\n" + string.Join('\n', several.Select((text, i) => $"{i + 1}. {text}")),
    };
}
