using System.Buffers;

namespace Assay.Tokens;

/// <summary>
/// Byte-pair encoding of one piece: as long as two neighbours together are a token, the pair of the least rank is merged, the leftmost
/// first (Sennrich, Haddow and Birch 2016; tiktoken). Short pieces look for the least rank anew each time; long ones keep the pairs in a
/// heap, so that a megabyte of one letter takes n log n steps.
/// </summary>
internal static class BytePairMerge
{
    private const int ShortPiece = 100;

    /// <summary>
    /// Encodes a piece that is not itself a token; returns the number of tokens and appends their ranks when a list is given.
    /// </summary>
    public static int Encode(TokenRanks ranks, ReadOnlySpan<byte> piece, List<int>? ids)
    {
        if (piece.Length > ShortPiece) return EncodeLong(ranks, piece, ids);
        Span<int> starts = stackalloc int[piece.Length + 1];
        Span<int> pairRanks = stackalloc int[piece.Length + 1];
        for (var i = 0; i <= piece.Length; i++)
        {
            starts[i] = i;
            pairRanks[i] = i + 2 <= piece.Length ? ranks.Find(piece.Slice(i, 2)) : TokenRanks.None;
        }

        var parts = piece.Length;
        while (LeastRank(pairRanks[..parts]) is var at && at >= 0)
        {
            // The part at goes on to where the part after it ended; the parts behind move up.
            starts[(at + 2)..(parts + 1)].CopyTo(starts[(at + 1)..]);
            pairRanks[(at + 2)..(parts + 1)].CopyTo(pairRanks[(at + 1)..]);
            parts--;
            pairRanks[at] = PairRank(ranks, piece, starts[..(parts + 1)], at);
            if (at > 0) pairRanks[at - 1] = PairRank(ranks, piece, starts[..(parts + 1)], at - 1);
        }

        if (ids is not null)
            for (var i = 0; i < parts; i++) ids.Add(ranks.Find(piece[starts[i]..starts[i + 1]]));
        return parts;
    }

    private static int PairRank(TokenRanks ranks, ReadOnlySpan<byte> piece, ReadOnlySpan<int> starts, int at) =>
        at + 2 < starts.Length ? ranks.Find(piece[starts[at]..starts[at + 2]]) : TokenRanks.None;

    private static int LeastRank(ReadOnlySpan<int> pairRanks)
    {
        var (least, at) = (TokenRanks.None, -1);
        for (var i = 0; i < pairRanks.Length; i++)
            if (pairRanks[i] < least) (least, at) = (pairRanks[i], i);
        return at;
    }

    private static int EncodeLong(TokenRanks ranks, ReadOnlySpan<byte> piece, List<int>? ids)
    {
        var length = piece.Length;
        int[] links = ArrayPool<int>.Shared.Rent(3 * (length + 1));
        try
        {
            var parts = new MergeParts(ranks, piece, links);
            parts.MergeAll();
            var count = 0;
            for (var at = 0; at < length; at = parts.Next(at))
            {
                count++;
                ids?.Add(ranks.Find(piece[at..parts.Next(at)]));
            }

            return count;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(links);
        }
    }
}
