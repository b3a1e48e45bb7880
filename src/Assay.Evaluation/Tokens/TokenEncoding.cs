using System.Text;

namespace Assay.Tokens;

/// <summary>
/// Byte-pair token counts and ids, equal to tiktoken's <c>encode_ordinary</c> for cl100k_base, o200k_base, gpt2 and p50k_base. Special tokens that
/// stand in a text are ordinary text. The empty text has no tokens; a lone surrogate counts as U+FFFD, as in UTF-8. Never throws on any
/// text.
/// </summary>
/// <remarks>An encoding's table is read on first use and shared; counting allocates nothing for pieces of usual length and is safe on many
/// threads.</remarks>
public sealed class TokenEncoding
{
    private static readonly TokenEncoding[] All =
    [
        new("cl100k_base", Run<Cl100kSplitter>, TokenPrefix.Find<Cl100kSplitter>),
        new("o200k_base", Run<O200kSplitter>, TokenPrefix.Find<O200kSplitter>),
        new("gpt2", Run<Gpt2Splitter>, TokenPrefix.Find<Gpt2Splitter>),
        new("p50k_base", Run<Gpt2Splitter>, TokenPrefix.Find<Gpt2Splitter>, () => CodeRanks.From(EmbeddedData.Read("tokens/gpt2.bin"))),
    ];

    private readonly Lazy<TokenRanks> _ranks;
    private readonly Encoder _run;
    private readonly Cutter _cut;

    private TokenEncoding(string name, Encoder run, Cutter cut, Func<ArraySegment<byte>>? ranks = null)
    {
        Name = name;
        _run = run;
        _cut = cut;
        _ranks = new Lazy<TokenRanks>(() => new TokenRanks(ranks?.Invoke() ?? EmbeddedData.Read($"tokens/{name}.bin")));
    }

    private delegate int Encoder(TokenRanks ranks, ReadOnlySpan<char> text, List<int>? ids);

    private delegate int Cutter(TokenRanks ranks, ReadOnlySpan<char> text, int tokens);

    /// <summary>The names that <see cref="Get"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(encoding => encoding.Name)];

    /// <summary>The encoding's name.</summary>
    public string Name { get; }

    /// <summary>The encoding of a name: cl100k_base, o200k_base, gpt2 or p50k_base.</summary>
    /// <exception cref="ArgumentException">There is no such encoding; the message lists those there are.</exception>
    public static TokenEncoding Get(string name) =>
        Array.Find(All, encoding => encoding.Name == name)
        ?? throw new ArgumentException($"unknown encoding '{name}'; known are {string.Join(", ", Names)}", nameof(name));

    /// <summary>The number of tokens of a text.</summary>
    public int Count(ReadOnlySpan<char> text) => _run(_ranks.Value, text, null);

    /// <summary>The ids of a text's tokens, in order.</summary>
    public int[] Encode(ReadOnlySpan<char> text)
    {
        var ids = new List<int>(text.Length / 4 + 1);
        _run(_ranks.Value, text, ids);
        return [.. ids];
    }

    /// <summary>
    /// The length, in UTF-16 units, of the beginning of a text that its first <paramref name="tokens"/> tokens hold: the whole length when it
    /// has no more. It ends with a whole character, and counted by itself it has no more tokens than that. Reads no further than they reach.
    /// </summary>
    public int PrefixLength(ReadOnlySpan<char> text, int tokens)
    {
        var length = _cut(_ranks.Value, text, tokens);

        // A beginning is now and then split otherwise than within the whole text, into more tokens.
        for (var fewer = tokens; length < text.Length && Count(text[..length]) > tokens;)
        {
            length = _cut(_ranks.Value, text, --fewer);
        }

        return length;
    }

    private static int Run<TSplitter>(TokenRanks ranks, ReadOnlySpan<char> text, List<int>? ids)
        where TSplitter : IPieceSplitter
    {
        Span<byte> buffer = stackalloc byte[512];
        var count = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = TSplitter.EndOfPiece(text, start);
            count += CountPiece(ranks, text[start..end], buffer, ids);
            start = end;
        }

        return count;
    }

    internal static int CountPiece(TokenRanks ranks, ReadOnlySpan<char> piece, Span<byte> buffer, List<int>? ids)
    {
        if (piece.Length > buffer.Length / 3) buffer = new byte[Encoding.UTF8.GetByteCount(piece)];
        var bytes = buffer[..Narrow(piece, buffer)];
        var rank = ranks.Find(bytes);
        if (rank == TokenRanks.None) return BytePairMerge.Encode(ranks, bytes, ids);
        ids?.Add(rank);
        return 1;
    }

    // Nearly every piece is a few ASCII characters, for which a loop is quicker than the encoder.
    private static int Narrow(ReadOnlySpan<char> piece, Span<byte> buffer)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            if (piece[i] >= 0x80) return i + Encoding.UTF8.GetBytes(piece[i..], buffer[i..]);
            buffer[i] = (byte)piece[i];
        }

        return piece.Length;
    }
}
