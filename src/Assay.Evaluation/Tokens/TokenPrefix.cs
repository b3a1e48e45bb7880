using System.Text;

namespace Assay.Tokens;

/// <summary>Finds how much of a text its first tokens are. Reads no further than they reach.</summary>
internal static class TokenPrefix
{
    /// <summary>
    /// The length in UTF-16 units of what the first <paramref name="tokens"/> tokens hold, without a character that they hold in part; the
    /// whole text when it has no more of them.
    /// </summary>
    public static int Find<TSplitter>(TokenRanks ranks, ReadOnlySpan<char> text, int tokens)
        where TSplitter : IPieceSplitter
    {
        var ids = new List<int>();
        Span<byte> buffer = stackalloc byte[512];
        for (var start = 0; start < text.Length;)
        {
            var end = TSplitter.EndOfPiece(text, start);
            ids.Clear();
            TokenEncoding.CountPiece(ranks, text[start..end], buffer, ids);
            if (ids.Count > tokens)
            {
                var bytes = ids.Take(tokens).Sum(ranks.Length);
                return start + WholeCharacters(text[start..end], bytes);
            }

            tokens -= ids.Count;
            start = end;
        }

        return text.Length;
    }

    private static int WholeCharacters(ReadOnlySpan<char> text, int bytes)
    {
        var length = 0;
        while (length < text.Length)
        {
            // A lone surrogate is read as U+FFFD, three bytes, as the encoder reads it.
            _ = Rune.DecodeFromUtf16(text[length..], out var rune, out var units);
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
            {
                break;
            }

            length += units;
        }

        return length;
    }
}
