namespace Assay.Overlap;

/// <summary>What a token is.</summary>
public sealed record RougeOptions
{
    /// <summary>Whether words of more than three letters are cut to their stems (<see cref="PorterStemmer"/>, for English).</summary>
    public bool Stemmer { get; init; }

    /// <summary>
    /// Whether letters and digits of every script make words, and each character of a script without spaces between words is one. Without it
    /// the tokens are the reference's, where only a to z and 0 to 9 count: Chinese or Russian text has none.
    /// </summary>
    public bool Unicode { get; init; }
}
