using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Assay.Formats;

/// <summary>
/// Escapes control characters, quotes and backslashes in JSON and nothing else. The platform's relaxed encoder also escapes no-break
/// spaces, which French puts before a question mark, and all emoji.
/// </summary>
internal sealed class ReadableEncoder : JavaScriptEncoder
{
    private static readonly char[] Escaped = [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\'];
    private static readonly SearchValues<byte> EscapedBytes = SearchValues.Create([.. Escaped.Select(letter => (byte)letter)]);
    private static readonly SearchValues<char> EscapedOrSurrogate =
        SearchValues.Create([.. Escaped, .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\';

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var all = new ReadOnlySpan<char>(text, textLength);
        for (var at = 0; at < all.Length;)
        {
            var next = all[at..].IndexOfAny(EscapedOrSurrogate);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (at + 1 == all.Length || !char.IsSurrogatePair(all[at], all[at + 1]))
            {
                return at;
            }

            at += 2;
        }

        return -1;
    }

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text) =>
        Utf8.IsValid(utf8Text) ? utf8Text.IndexOfAny(EscapedBytes) : base.FindFirstCharacterToEncodeUtf8(utf8Text);

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        var letter = unicodeScalar switch
        {
            '"' or '\\' => (char)unicodeScalar,
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\b' => 'b',
            '\f' => 'f',
            _ => '\0',
        };
        return letter == '\0'
            ? target.TryWrite($"\\u{unicodeScalar:X4}", out numberOfCharactersWritten)
            : target.TryWrite($"\\{letter}", out numberOfCharactersWritten);
    }
}
