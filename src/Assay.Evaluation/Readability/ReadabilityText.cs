namespace Assay.Readability;

/// <summary>
/// A text that readability figures are asked of, one after the other: what they have in common is counted once, and only when it is asked
/// for. Not safe for concurrent use.
/// </summary>
public sealed class ReadabilityText
{
    private WordProfile? _profile;

    /// <summary>A text in a language.</summary>
    public ReadabilityText(string text, ReadabilityLanguage? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Language = language ?? ReadabilityLanguage.English;
        Counts = Language.Counter.Count(text);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its language.</summary>
    public ReadabilityLanguage Language { get; }

    /// <summary>Words, syllables and sentences.</summary>
    public TextCounts Counts { get; }

    /// <summary>What a closer look at the words counts.</summary>
    public WordProfile Words => _profile ??= WordProfiler.Profile(Text, Language);

    internal double SentencesPerWord => Counts.Words == 0 ? 0 : (double)Counts.Sentences / Counts.Words;

    internal double LettersPerWord => Counts.Words == 0 ? 0 : (double)Words.Letters / Counts.Words;

    /// <summary>How many of the words, of a hundred; 0 without words.</summary>
    internal double Percent(int words) => Counts.Words == 0 ? 0 : 100.0 * words / Counts.Words;

    /// <summary>The text up to its hundredth word when it has more than a hundred tokens, else all of it.</summary>
    internal ReadabilityText FirstHundredWords() =>
        Counts.Tokens > 100 && Words.EndOfHundredth is { } end ? new ReadabilityText(Text[..end], Language) : this;
}
