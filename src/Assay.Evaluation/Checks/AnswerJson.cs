using System.Text.Json;

namespace Assay.Checks;

/// <summary>JSON in an answer, by itself or in a Markdown fence.</summary>
internal static class AnswerJson
{
    private const int Deepest = 500;

    /// <summary>Parses the text; a fault is what is wrong with it, and where.</summary>
    public static JsonDocument? Parse(string text, bool mayBeFenced, out string fault)
    {
        fault = "";
        try
        {
            return JsonDocument.Parse(mayBeFenced ? Unfenced(text) : text, new JsonDocumentOptions { MaxDepth = Deepest });
        }
        catch (JsonException exception)
        {
            fault = string.IsNullOrWhiteSpace(text) ? "the text is empty"
                : $"no JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
            return null;
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair cannot be written as UTF-8.
            fault = "no JSON: it holds half a character";
            return null;
        }
    }

    private static string Unfenced(string text)
    {
        var trimmed = text.Trim();
        var line = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return trimmed.StartsWith("```", StringComparison.Ordinal) && trimmed.Length > 6 && trimmed.EndsWith("```", StringComparison.Ordinal) && line > 0
            ? trimmed[(line + 1)..^3]
            : text;
    }
}
