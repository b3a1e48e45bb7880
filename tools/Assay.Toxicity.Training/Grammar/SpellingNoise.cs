using Assay.Toxicity.Training.Learning;

namespace Assay.Toxicity.Training.Grammar;

/// <summary>Misspells a sentence as people do to get past a filter, or by haste: one way at a time, on one or two words.</summary>
internal static class SpellingNoise
{
    private const string Plain = "aeiostb";
    private const string Signs = "4310578";

    public static string Apply(string sentence, SeededRandom random)
    {
        var words = sentence.Split(' ');
        var long4 = Enumerable.Range(0, words.Length).Where(i => words[i].Length >= 4 && words[i].All(char.IsLetter)).ToArray();
        if (long4.Length == 0)
        {
            return sentence;
        }

        var way = random.Below(6);
        for (var times = 1 + random.Below(2); times > 0; times--)
        {
            var at = random.Pick(long4);
            words[at] = way switch
            {
                0 => Swap(words[at], random),
                1 => Drop(words[at], random),
                2 => Substitute(words[at]),
                3 => string.Join(' ', words[at].AsEnumerable()),
                4 => words[at].Insert(1 + random.Below(words[at].Length - 1), " "),
                _ => words[at],
            };
        }

        return way == 5 ? RunTogether(words, random) : string.Join(' ', words);
    }

    private static string Swap(string word, SeededRandom random)
    {
        var at = 1 + random.Below(word.Length - 2);
        return word.Length < 4 ? word : word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
    }

    private static string Drop(string word, SeededRandom random) => word.Remove(1 + random.Below(word.Length - 2), 1);

    private static string Substitute(string word) =>
        string.Concat(word.Select(c => Plain.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal) is >= 0 and var i ? Signs[i] : c));

    private static string RunTogether(string[] words, SeededRandom random)
    {
        var start = random.Below(Math.Max(1, words.Length - 2));
        var count = random.Chance(0.4) ? words.Length : 2 + random.Below(3);
        var end = Math.Min(words.Length, (count == words.Length ? 0 : start) + count);
        start = count == words.Length ? 0 : start;
        return string.Join(' ', [.. words[..start], string.Concat(words[start..end]), .. words[end..]]);
    }
}
