namespace Assay.Scoring.Scorers;

/// <summary>Which text of a sample is looked at.</summary>
internal enum ScoredText
{
    /// <summary>The answer.</summary>
    Output,

    /// <summary>What was expected; of several the first.</summary>
    Reference,

    /// <summary>What was asked.</summary>
    Input,
}

/// <summary>Finds it.</summary>
internal static class ScoredTexts
{
    /// <summary>The text, or why there is none.</summary>
    public static (string? Text, string? WhyNot) Find(this ScoredText of, Sample sample) => of switch
    {
        ScoredText.Reference => References.Of(sample.Reference) is [var first, ..] ? (first, null) : (null, "there is no reference"),
        ScoredText.Input => sample.Input is { } input ? (input, null) : (null, "there is no input"),
        _ => sample.Output.IsText ? (sample.Output.Text, null) : (null, MissingOutput.Reason(sample)),
    };
}
