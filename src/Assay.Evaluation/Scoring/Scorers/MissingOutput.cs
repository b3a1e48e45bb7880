namespace Assay.Scoring.Scorers;

/// <summary>Why a sample has no text to score.</summary>
internal static class MissingOutput
{
    public static string Reason(Sample sample) =>
        sample.WhyNoOutput ?? (sample.Output.IsNull ? "there is no text to score" : "the output is not a text");
}
