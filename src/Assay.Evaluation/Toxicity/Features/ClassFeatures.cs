using System.Numerics;

namespace Assay.Toxicity;

/// <summary>
/// What the classes of words say together, whatever the language: each alone, pairs and triples in order, pairs further apart
/// and across sentences, and which kinds of target, attack and attitude a sentence or the text holds. Inside a quotation a class is another one.
/// </summary>
internal static class ClassFeatures
{
    private const int Group = 0;
    private const int Reach = 6;
    private const int MostBits = 3;
    private const ulong QuotedMark = 64;

    public static void Add(TextWindow window)
    {
        Span<int> places = stackalloc int[Reach + 1];
        var seen = 0;
        for (var i = 0; i < window.TokenCount; i++)
        {
            if ((window.Tokens[i].Classes & ClassSets.Meaning) == 0)
            {
                continue;
            }

            AddAlone(window, window.Tokens[i]);
            for (var back = 1; back <= Math.Min(seen, Reach); back++)
            {
                AddPair(window, window.Tokens[places[(seen - back) % (Reach + 1)]], window.Tokens[i], back, i - places[(seen - back) % (Reach + 1)]);
            }

            if (seen >= 2)
            {
                AddTriple(window, places[(seen - 2) % (Reach + 1)], places[(seen - 1) % (Reach + 1)], i);
            }

            places[seen++ % (Reach + 1)] = i;
        }

        SentenceProfile.Add(window, Emit);
    }

    private static void AddAlone(TextWindow window, in Token token)
    {
        var bits = token.Classes & ClassSets.Meaning;
        for (var taken = 0; bits != 0 && taken < MostBits; taken++, bits &= bits - 1)
        {
            Emit(window, WordHash.Join(Code(bits, token), 3));
        }
    }

    private static void AddPair(TextWindow window, in Token first, in Token second, int back, int gap)
    {
        var crossing = first.Sentence != second.Sentence;
        var kind = crossing ? 5UL : back == 1 ? (gap <= 1 ? 6UL : gap <= 3 ? 7UL : 8UL) : 9UL;
        var outer = first.Classes & ClassSets.Meaning;
        for (var i = 0; outer != 0 && i < MostBits; i++, outer &= outer - 1)
        {
            var inner = second.Classes & ClassSets.Meaning;
            for (var j = 0; inner != 0 && j < MostBits; j++, inner &= inner - 1)
            {
                var pair = Code(outer, first) << 8 | Code(inner, second);
                Emit(window, WordHash.Join(pair, kind));
                if (kind is 6 or 7 or 8)
                {
                    Emit(window, WordHash.Join(pair, 9));
                }
            }
        }
    }

    private static void AddTriple(TextWindow window, int first, int second, int third)
    {
        var tokens = window.Tokens;
        var crossings = (ulong)(tokens[third].Sentence - tokens[second].Sentence != 0 ? 1 : 0)
            + (ulong)(tokens[second].Sentence - tokens[first].Sentence != 0 ? 2 : 0);
        var code = First(tokens[first]) << 16 | First(tokens[second]) << 8 | First(tokens[third]);
        Emit(window, WordHash.Join(code, 40 + crossings));
    }

    private static ulong First(in Token token) => Code(token.Classes & ClassSets.Meaning, token);

    private static ulong Code(ulong bits, in Token token) =>
        (ulong)BitOperations.TrailingZeroCount(bits) + (token.Quoted ? QuotedMark : 0);

    private static void Emit(TextWindow window, ulong feature) => window.AddFeature(FeatureExtractor.Encode(Group, feature));
}
