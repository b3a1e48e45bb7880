namespace Assay.Toxicity;

/// <summary>What is known of a word: its classes from the lexicon, its languages from the lexicon and the vocabulary.</summary>
internal sealed class WordLookup(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int ShortestPrefix = 3;

    public Lexicon Lexicon => lexicon;

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Sets the token's hash and classes from its characters; false when neither lexicon nor vocabulary has the word.</summary>
    public bool Find(ReadOnlySpan<char> word, ref Token token)
    {
        var known = Find(word, out token.Word, out token.Classes, out var byPrefix);
        token.ByPrefix = byPrefix;
        return known;
    }

    private bool Find(ReadOnlySpan<char> word, out ulong hash, out ulong classes, out bool byPrefix)
    {
        hash = WordHash.Seed;
        var beforeLast = hash;
        var fromPrefix = 0UL;
        for (var i = 0; i < word.Length; i++)
        {
            beforeLast = hash;
            hash = WordHash.Next(hash, word[i]);
            if (i + 1 >= ShortestPrefix && lexicon.TryGetPrefix(hash, out var found))
            {
                fromPrefix |= found;
            }
        }

        if (!lexicon.TryGetWord(hash, out classes) && word.Length > 3 && word[^1] == 's')
        {
            lexicon.TryGetWord(beforeLast, out classes);
        }

        byPrefix = classes == 0 && fromPrefix != 0;
        if (byPrefix)
        {
            classes = fromPrefix;
        }

        var known = classes != 0;
        if (vocabulary.TryGet(hash, out _, out var languages))
        {
            known = true;
            if (!Has(classes, ClassSets.Languages))
            {
                classes |= (ulong)languages << ClassSets.FirstLanguageBit;
            }
        }

        return known;
    }

    /// <summary>The cost of a word in a segmentation, or -1 when it is not to be used in one.</summary>
    public int Cost(ulong hash, int length)
    {
        if (vocabulary.TryGet(hash, out var rarity, out _) && (length > 2 || rarity <= 4))
        {
            return rarity + 2;
        }

        return length > 2 && lexicon.TryGetWord(hash, out _) ? 10 : -1;
    }

    private static bool Has(ulong classes, ulong set) => (classes & set) != 0;
}
