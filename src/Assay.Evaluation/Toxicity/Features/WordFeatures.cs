namespace Assay.Toxicity;

/// <summary>Words alone, two and three in a row, two with one between, and each word of a sentence that names a group or uses a slur.</summary>
internal static class WordFeatures
{
    private const int Group = 1;
    private static readonly ulong Slurs = ClassSets.Bit(WordClass.Slur);

    public static void Add(TextWindow window)
    {
        var tokens = window.Tokens.AsSpan(0, window.TokenCount);
        for (var i = 0; i < tokens.Length; i++)
        {
            var here = tokens[i].Shared;
            Emit(window, here);
            if ((tokens[i].Classes & Slurs) != 0)
            {
                Emit(window, tokens[i].Word);
            }

            var one = i > 0 ? tokens[i - 1].Shared : 1;
            Emit(window, WordHash.Join(one, here) + 11);
            if (i > 0)
            {
                var two = i > 1 ? tokens[i - 2].Shared : 1;
                Emit(window, WordHash.Join(two, here) + 13);
                Emit(window, WordHash.Join(WordHash.Join(two, one), here) + 17);
            }
        }

        AddSentencePairs(window, tokens);
    }

    private static void AddSentencePairs(TextWindow window, ReadOnlySpan<Token> tokens)
    {
        for (var start = 0; start < tokens.Length;)
        {
            var end = start;
            var classes = 0UL;
            while (end < tokens.Length && tokens[end].Sentence == tokens[start].Sentence)
            {
                classes |= tokens[end++].Classes;
            }

            var group = (classes & Slurs) != 0 ? 23UL : (classes & ClassSets.Group) != 0 ? 29UL : 0;
            for (var i = start; group != 0 && i < end; i++)
            {
                Emit(window, WordHash.Join(tokens[i].Shared, group));
            }

            start = end;
        }
    }

    private static void Emit(TextWindow window, ulong feature) => window.AddFeature(FeatureExtractor.Encode(Group, feature));
}
