using System.Text;

namespace Assay.Readability;

/// <summary>A language that texts can be measured in: how its syllables are found, and its constants in textstat 0.7.11.</summary>
public sealed class ReadabilityLanguage
{
    private readonly Lazy<TextCounter> _counter;
    private readonly Lazy<EasyWords> _easyWords;

    private ReadabilityLanguage(string code, string name, Func<TextCounter> counter, Lazy<EasyWords> easyWords) =>
        (Code, Name, _counter, _easyWords) = (code, name, new Lazy<TextCounter>(counter), easyWords);

    /// <summary>American English.</summary>
    public static ReadabilityLanguage English { get; } =
        new("en", "English", () => TextCounter.English, EasyWords.English) { HasEasyWords = true, FogSyllables = 3 };

    /// <summary>Spanish, with Fernández Huerta's constants of reading ease.</summary>
    public static ReadabilityLanguage Spanish { get; } =
        new("es", "Spanish", () => Hyphenated("es"), EasyWords.Spanish) { HasEasyWords = true, Ease = (206.84, 1.02, 60) };

    /// <summary>French; textstat has no list of easy words and takes the English one.</summary>
    public static ReadabilityLanguage French { get; } =
        new("fr", "French", () => Hyphenated("fr"), EasyWords.English) { Ease = (207, 1.015, 73.6) };

    /// <summary>Portuguese, hyphenated as in Brazil; textstat has no constants and no easy words of its own and takes the English ones.</summary>
    public static ReadabilityLanguage Portuguese { get; } =
        new("pt", "Portuguese", () => Hyphenated("pt_BR"), EasyWords.English) { FogSyllables = 3 };

    /// <summary>Every language there is, English first.</summary>
    public static IReadOnlyList<ReadabilityLanguage> All { get; } = [English, Spanish, French, Portuguese];

    /// <summary>The two letters of ISO 639.</summary>
    public string Code { get; }

    /// <summary>Its name in English.</summary>
    public string Name { get; }

    /// <summary>Counts syllables, words and sentences in it.</summary>
    public TextCounter Counter => _counter.Value;

    /// <summary>Whether there is a list of its own easy words.</summary>
    public bool HasEasyWords { get; private init; }

    /// <summary>From how many syllables on a word is hard for the fog index; null where the reference has no number and fails.</summary>
    public int? FogSyllables { get; private init; }

    /// <summary>Reading ease: base, weight of words per sentence, weight of syllables per word.</summary>
    internal (double Base, double Sentence, double Syllable) Ease { get; private init; } = (206.835, 1.015, 84.6);

    internal EasyWords EasyWords => _easyWords.Value;

    private static TextCounter Hyphenated(string file) => new(new SyllableCounter(
        HyphenationPatterns.Parse(Encoding.UTF8.GetString(EmbeddedData.Read($"hyphenation-{file}.bin")))));
}
