namespace Assay.Scoring;

/// <summary>What Hugging Face evaluate's <c>exact_match</c> may leave out of a comparison; nothing by default, as in MLflow.</summary>
public sealed record ExactMatchOptions
{
    /// <summary>Compare without regard to case: Python's <c>str.lower</c> on both sides.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>Drop ASCII punctuation (Python's <c>string.punctuation</c>).</summary>
    public bool IgnorePunctuation { get; init; }

    /// <summary>Drop the digits 0 to 9.</summary>
    public bool IgnoreNumbers { get; init; }

    /// <summary>Regular expressions whose matches are dropped, in this order and before everything else; .NET syntax.</summary>
    public IReadOnlyList<string> RegexesToIgnore { get; init; } = [];
}
