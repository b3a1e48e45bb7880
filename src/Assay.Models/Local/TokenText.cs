using System.Text;

namespace Assay.Models.Local;

/// <summary>Tokens as people read them.</summary>
internal static class TokenText
{
    /// <summary>
    /// A token with its log probability. The blank that begins every text for the model is no part of it; a part of a character is shown as its
    /// bytes, <c>&lt;0xE2&gt;</c>.
    /// </summary>
    public static TokenProbability Of(TokenVocabulary vocabulary, int token, double? logProbability, bool afterBegin)
    {
        var bytes = Written(vocabulary, token, afterBegin);
        return new TokenProbability(
            bytes is [>= 0x80] ? $"<0x{bytes[0]:X2}>" : Encoding.UTF8.GetString(bytes), logProbability, bytes.Length);
    }

    /// <summary>The bytes that a token adds to a text.</summary>
    public static ReadOnlySpan<byte> Written(TokenVocabulary vocabulary, int token, bool afterBegin)
    {
        var bytes = vocabulary.Bytes(token);
        return afterBegin && bytes is [(byte)' ', ..] ? bytes[1..] : bytes;
    }
}
