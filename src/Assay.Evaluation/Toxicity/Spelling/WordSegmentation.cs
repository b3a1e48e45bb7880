namespace Assay.Toxicity;

/// <summary>Takes apart words written without spaces: the cheapest division into known words, by dynamic programming over at most 48 letters.</summary>
internal static class WordSegmentation
{
    /// <summary>A shorter unknown word is left alone: too many divide by chance.</summary>
    public const int ShortestRun = 6;

    /// <summary>Letters that were written apart are words run together for certain.</summary>
    public const int ShortestSpelled = 4;

    private const int LongestPart = 16;
    private const double MostCostPerLetter = 2.6;

    /// <summary>Writes the lengths of the parts; 0 when the word does not fall into known ones.</summary>
    public static int Split(WordLookup lookup, ReadOnlySpan<char> word, int shortest, Span<byte> parts)
    {
        if (word.Length < shortest || word.Length > parts.Length)
        {
            return 0;
        }

        Span<int> best = stackalloc int[word.Length + 1];
        Span<byte> length = stackalloc byte[word.Length + 1];
        best.Fill(int.MaxValue);
        best[0] = 0;
        for (var start = 0; start < word.Length; start++)
        {
            if (best[start] == int.MaxValue)
            {
                continue;
            }

            Extend(lookup, word, start, best, length);
        }

        if (best[word.Length] == int.MaxValue || best[word.Length] > MostCostPerLetter * word.Length)
        {
            return 0;
        }

        return Collect(length, word.Length, parts);
    }

    private static void Extend(WordLookup lookup, ReadOnlySpan<char> word, int start, Span<int> best, Span<byte> length)
    {
        var hash = WordHash.Seed;
        for (var end = start + 1; end <= word.Length && end - start <= LongestPart; end++)
        {
            hash = WordHash.Next(hash, word[end - 1]);
            if (end - start == 1 && word[start] is not ('a' or 'e' or 'i' or 'o' or 'y'))
            {
                continue;
            }

            var cost = lookup.Cost(hash, end - start);
            if (cost >= 0 && best[start] + cost < best[end])
            {
                best[end] = best[start] + cost;
                length[end] = (byte)(end - start);
            }
        }
    }

    private static int Collect(ReadOnlySpan<byte> length, int total, Span<byte> parts)
    {
        var count = 0;
        for (var end = total; end > 0; end -= length[end])
        {
            parts[count++] = length[end];
        }

        parts[..count].Reverse();
        return count;
    }
}
