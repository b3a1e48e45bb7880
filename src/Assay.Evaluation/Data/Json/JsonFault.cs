using System.Text.Json;

namespace Assay.Data.Json;

/// <summary>Says what is wrong with JSON, without the parser's own idea of places.</summary>
internal static class JsonFault
{
    /// <summary>The parser's sentence without its end: "'x' is an invalid start of a value".</summary>
    public static string Describe(JsonException error)
    {
        var text = error.Message;
        var places = text.IndexOf(" LineNumber:", StringComparison.Ordinal);
        text = (places < 0 ? text : text[..places]).Trim().TrimEnd('.');
        var sentence = text.IndexOf(". ", StringComparison.Ordinal);
        return (sentence < 0 ? text : text[..sentence]).ReplaceLineEndings(" ");
    }

    /// <summary>The character of its line, from 1, where the parser stopped; the bytes are those it was given.</summary>
    public static int Column(JsonException error, ReadOnlySpan<byte> bytes)
    {
        for (var line = error.LineNumber ?? 0; line > 0; line--)
        {
            bytes = bytes[(bytes.IndexOf((byte)'\n') + 1)..];
        }

        return Utf8Text.CountCharacters(bytes[..(int)Math.Min(error.BytePositionInLine ?? 0, bytes.Length)]) + 1;
    }

    /// <summary>How a value's kind is called: "a list", "a number".</summary>
    public static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };
}
