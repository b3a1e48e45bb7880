namespace Assay.Overlap;

/// <summary>
/// The stem of an English word: Porter's algorithm (1980) with the extensions of NLTK 3.8's default mode, as rouge_score 0.1.2 uses it.
/// A word of two letters or fewer is its own stem. Any text may be given; only lower-case ASCII letters have rules.
/// </summary>
public static class PorterStemmer
{
    /// <summary>The stem of a word, which is put into lower case first.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var letters = word.ToLowerInvariant().ToCharArray();
        return new string(letters, 0, Stem(letters.AsSpan()));
    }

    /// <summary>Overwrites a lower-case word with its stem, which is never longer, and returns the stem's length.</summary>
    public static int Stem(Span<char> word)
    {
        if (PorterRules.Irregular(word) is { } irregular)
        {
            irregular.CopyTo(word);
            return irregular.Length;
        }

        if (word.Length <= 2) return word.Length;
        var length = WithoutPlural(word, word.Length);
        length = WithoutPast(word, length);
        length = WithoutFinalY(word, length);
        length = WithoutDerivation(word, length);
        length = FirstRule(word, length, PorterRules.Qualities, least: 1);
        length = WithoutEnding(word, length);
        length = WithoutFinalE(word, length);
        return word[..length].EndsWith("ll") && PorterWord.Measure(word[..(length - 1)]) > 1 ? length - 1 : length;
    }

    private static int WithoutPlural(Span<char> word, int length) =>
        length == 4 && word[..4].EndsWith("ies") ? 3 : FirstRule(word, length, PorterRules.Plurals, least: 0);

    private static int WithoutPast(Span<char> word, int length)
    {
        var whole = word[..length];
        if (whole.EndsWith("ied")) return length == 4 ? 3 : length - 2;
        if (whole.EndsWith("eed")) return PorterWord.Measure(whole[..^3]) > 0 ? length - 1 : length;
        if (whole.EndsWith("ed") && PorterWord.HasVowel(whole[..^2])) return Mended(word, length - 2);
        return whole.EndsWith("ing") && PorterWord.HasVowel(whole[..^3]) ? Mended(word, length - 3) : length;
    }

    // What is left of a past or a gerund gets its e back, or loses its doubled consonant.
    private static int Mended(Span<char> word, int length)
    {
        ReadOnlySpan<char> stem = word[..length];
        if (stem.EndsWith("at") || stem.EndsWith("bl") || stem.EndsWith("iz")) return WithE(word, length);
        if (PorterWord.EndsWithDoubleConsonant(stem)) return stem[^1] is 'l' or 's' or 'z' ? length : length - 1;
        return PorterWord.Measure(stem) == 1 && PorterWord.EndsWithShortSyllable(stem) ? WithE(word, length) : length;
    }

    private static int WithE(Span<char> word, int length)
    {
        word[length] = 'e';
        return length + 1;
    }

    private static int WithoutFinalY(Span<char> word, int length)
    {
        if (length > 2 && word[length - 1] == 'y' && PorterWord.IsConsonant(word[..length], length - 2)) word[length - 1] = 'i';
        return length;
    }

    private static int WithoutDerivation(Span<char> word, int length)
    {
        if (word[..length].EndsWith("alli") && PorterWord.Measure(word[..(length - 4)]) > 0) return WithoutDerivation(word, length - 2);
        // logi keeps its l in the stem that is measured.
        var afterRules = FirstRule(word, length, PorterRules.Derivations, least: 1);
        return word[..afterRules].EndsWith("logi") && afterRules == length && PorterWord.Measure(word[..(length - 3)]) > 0 ? length - 1 : afterRules;
    }

    private static int WithoutEnding(Span<char> word, int length)
    {
        foreach (var ending in PorterRules.Endings)
        {
            if (!word[..length].EndsWith(ending)) continue;
            var stem = word[..(length - ending.Length)];
            if (ending == "ion" && (stem.IsEmpty || stem[^1] is not ('s' or 't'))) return length;
            return PorterWord.Measure(stem) > 1 ? stem.Length : length;
        }

        return length;
    }

    private static int WithoutFinalE(Span<char> word, int length)
    {
        if (word[length - 1] != 'e') return length;
        var stem = word[..(length - 1)];
        var measure = PorterWord.Measure(stem);
        return measure > 1 || (measure == 1 && !PorterWord.EndsWithShortSyllable(stem)) ? stem.Length : length;
    }

    private static int FirstRule(Span<char> word, int length, (string Suffix, string Replacement)[] rules, int least)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (!word[..length].EndsWith(suffix)) continue;
            var stem = length - suffix.Length;
            if (least > 0 && PorterWord.Measure(word[..stem]) < least) return length;
            replacement.CopyTo(word[stem..]);
            return stem + replacement.Length;
        }

        return length;
    }
}
