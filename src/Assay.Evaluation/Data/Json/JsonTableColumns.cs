using System.Text.Json;

namespace Assay.Data.Json;

/// <summary>The <c>columns</c> of <c>{"columns": […], "data": [[…], …]}</c>.</summary>
internal static class JsonTableColumns
{
    public static string[] Read(ReadOnlySpan<byte> bytes, JsonRowParser parser, TextPlace place)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw parser.Bad(place, "\"columns\" is not a list; write it as a list of names");
        }

        var columns = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String || reader.GetString() is not { Length: > 0 } name)
            {
                throw parser.Bad(place, $"column {columns.Count + 1} of \"columns\" is not a name; write a text that is not empty");
            }

            if (columns.Contains(name))
            {
                throw parser.Bad(place, $"the column \"{name}\" is there twice; rename one");
            }

            columns.Add(name);
        }

        return [.. columns];
    }
}
