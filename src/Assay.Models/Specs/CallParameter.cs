using System.Text.Json;
using Assay.Formats;

namespace Assay.Models;

/// <summary>One more field of the request as the user writes it: <c>seed=42</c>, <c>reasoning_effort=low</c>, <c>stop=["\n"]</c>.</summary>
public static class CallParameter
{
    private static readonly string[] Reserved = ["messages", "prompt", "stream", "stream_options"];

    /// <summary>
    /// Reads <c>NAME=VALUE</c>. A value that is JSON is that JSON (a number, true, a list); any other is a string.
    /// Throws <see cref="BadInputException"/> when there is no name, or the field is not the user's to set.
    /// </summary>
    public static KeyValuePair<string, JsonElement> Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? "" : text[..equals].Trim();
        if (name.Length == 0)
        {
            throw new BadInputException($"parameter '{OneLine.Of(text)}' is not NAME=VALUE, as in seed=42");
        }

        return Reserved.Contains(name)
            ? throw new BadInputException(
                $"parameter '{name}' cannot be set: the evaluation fills it (messages come from the prompt, answers are read whole)")
            : KeyValuePair.Create(name, ValueOf(text[(equals + 1)..]));
    }

    private static JsonElement ValueOf(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text, ModelsJson.Default.String);
        }
    }
}
