using System.Collections.Frozen;

namespace Assay.Languages;

/// <summary>
/// Tells English, Portuguese, French and Spanish apart by their function words and letters. Made to say that a text is plainly not English,
/// not to name any language there is: in doubt the answer is <see cref="Language.Unknown"/>, as for fewer than five words.
/// </summary>
public static class LanguageDetector
{
    private const int FewestWords = 5;
    private const int MostWords = 300;

    // Of a text's words, a sixth at least are function words of its language, and half as many again as of any other.
    private const double LeastShare = 1.0 / 6;
    private const double LeastLead = 1.5;
    private const double LeastScore = 2;

    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Words =
        FunctionWords.Languages.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The language of a text, judged by its first 300 words.</summary>
    public static Language Detect(ReadOnlySpan<char> text)
    {
        Span<double> scores = stackalloc double[(int)Language.Other];
        scores.Clear();
        int words = 0, latin = 0, foreign = 0;
        for (var i = 0; i < text.Length && words < MostWords;)
        {
            if (!char.IsLetter(text[i]))
            {
                if (text[i] is '¿' or '¡') scores[(int)Language.Spanish]++;
                i++;
                continue;
            }

            var end = i + 1;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            if (text[i] < '\u0250') latin += end - i;
            else foreign += end - i;
            words++;
            Score(text[i..end], isElided: end < text.Length && (text[end] is '\'' or '\u2019'), scores);
            i = end;
        }

        return foreign > latin && foreign >= 2 * FewestWords ? Language.Other
            : words < FewestWords ? Language.Unknown
            : Best(scores, words);
    }

    /// <summary>Whether a text is plainly in a language other than English.</summary>
    public static bool IsPlainlyNotEnglish(ReadOnlySpan<char> text) => Detect(text) is not (Language.English or Language.Unknown);

    // A letter by itself says little: half a word; d, l, n and their like are French only before an apostrophe.
    private static void Score(ReadOnlySpan<char> word, bool isElided, Span<double> scores)
    {
        if (word.Length == 1 && !isElided && "cdjlnCDJLN".Contains(word[0], StringComparison.Ordinal)) return;
        Span<char> lower = stackalloc char[12];
        if (word.Length <= lower.Length && word.ToLowerInvariant(lower) == word.Length
            && Words.TryGetValue(lower[..word.Length], out var languages))
        {
            for (var language = Language.English; language < Language.Other; language++)
                if ((languages >> (int)language & 1) != 0) scores[(int)language] += word.Length == 1 ? 0.5 : 1;
        }

        foreach (var c in word)
        {
            var speaksFor = c switch
            {
                'ã' or 'õ' => Language.Portuguese,
                'ñ' => Language.Spanish,
                'è' or 'ê' or 'œ' or 'ù' or 'î' or 'û' => Language.French,
                _ => Language.Unknown,
            };
            if (speaksFor == Language.Unknown) continue;
            scores[(int)speaksFor] += 0.5;
            break;
        }
    }

    private static Language Best(ReadOnlySpan<double> scores, int words)
    {
        var best = Language.English;
        for (var language = Language.Portuguese; language < Language.Other; language++)
            if (scores[(int)language] > scores[(int)best]) best = language;
        for (var other = Language.English; other < Language.Other; other++)
            if (other != best && scores[(int)best] < LeastLead * scores[(int)other]) return AmongRelated(best, other, scores);
        return scores[(int)best] >= Math.Max(LeastScore, LeastShare * words) ? best : Language.Unknown;
    }

    // Portuguese, French and Spanish share many words: between them a small lead is enough, as long as English is far behind.
    private static Language AmongRelated(Language best, Language other, ReadOnlySpan<double> scores) =>
        best != Language.English && other != Language.English
        && scores[(int)best] >= 2 * scores[(int)Language.English] && scores[(int)best] >= LeastScore + 1
            ? best
            : Language.Unknown;
}
