namespace Assay.Toxicity;

/// <summary>Runs of three to five letters within words, with the words' edges; names of groups are left out.</summary>
internal static class LetterFeatures
{
    private const int Group = 2;

    public static void Add(TextWindow window)
    {
        for (var i = 0; i < window.TokenCount; i++)
        {
            ref readonly var token = ref window.Tokens[i];
            if (!token.Shielded && token.Length > 0)
            {
                AddWord(window, window.Text(token));
            }
        }
    }

    private static void AddWord(TextWindow window, ReadOnlySpan<char> word)
    {
        // The edge counts as a letter on both sides.
        for (var start = -1; start < word.Length - 1; start++)
        {
            var hash = WordHash.Next(WordHash.Seed, At(word, start));
            hash = WordHash.Next(hash, At(word, start + 1));
            for (var length = 3; length <= 5 && start + length <= word.Length + 1; length++)
            {
                hash = WordHash.Next(hash, At(word, start + length - 1));
                window.AddFeature(FeatureExtractor.Encode(Group, hash * 31));
            }
        }
    }

    private static char At(ReadOnlySpan<char> word, int index) => (uint)index < (uint)word.Length ? word[index] : '_';
}
