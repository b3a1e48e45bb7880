using System.Globalization;
using System.Text.Json;
using Assay.Data;

namespace Assay.Prompts;

/// <summary>An object as templates see it: its members by name, and itself as JSON.</summary>
internal sealed class TemplateObject(Func<string> json) : Dictionary<string, object?>
{
    public override string ToString() => json();

    /// <summary>A row.</summary>
    public static TemplateObject Of(Row row)
    {
        var fields = new TemplateObject(row.ToJson);
        for (var i = 0; i < row.Columns.Count; i++)
        {
            fields[row.Columns[i]] = Of(row.Values[i]);
        }

        return fields;
    }

    private static object? Of(FieldValue value)
    {
        if (value.IsNull || value.IsText)
        {
            return value.Text;
        }

        using var document = JsonDocument.Parse(value.Text!);
        return Of(document.RootElement);
    }

    private static object? Of(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var text = element.GetRawText();
                var members = new TemplateObject(() => text);
                foreach (var member in element.EnumerateObject())
                {
                    members[member.Name] = Of(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                return new TemplateList(element.GetRawText(), element.EnumerateArray().Select(Of));
            case JsonValueKind.Number:
                return Number(element.GetRawText());
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return element.GetString();
        }
    }

    /// <summary>A number where it is written back as it was, so that a condition sees that 0 is nothing; else its digits.</summary>
    private static object Number(string written) =>
        decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == written ? number : written;
}
