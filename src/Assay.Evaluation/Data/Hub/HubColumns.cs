using System.Text.Json;

namespace Assay.Data.Hub;

/// <summary>The columns of a split, and the names of the classes where a column holds their numbers.</summary>
internal sealed class HubColumns
{
    private readonly string[] _read;
    private readonly string[]?[] _classes;

    private HubColumns(string[] read, string[]?[] classes)
    {
        (_read, _classes) = (read, classes);
        Names = [.. read.Zip(classes, (name, names) => names is null ? new[] { name } : [name, $"{name}_name"]).SelectMany(name => name)];
    }

    /// <summary>The columns of a row.</summary>
    public string[] Names { get; }

    /// <param name="features">The service's list of columns.</param>
    /// <param name="labelNames">Whether a column of class names stands behind each of class numbers (unless one of that name is there).</param>
    public static HubColumns Of(JsonElement features, bool labelNames)
    {
        var items = features.EnumerateArray().ToList();
        string[] read = [.. items.Select(item => item.GetProperty("name").GetString()!)];
        return new HubColumns(
            read,
            [.. items.Select((item, i) => labelNames && !read.Contains($"{read[i]}_name") ? Classes(item.GetProperty("type")) : null)]);
    }

    /// <summary>The values of a row.</summary>
    public FieldValue[] Values(JsonElement row)
    {
        var values = new FieldValue[Names.Length];
        for (int i = 0, place = 0; i < _read.Length; i++)
        {
            var has = row.TryGetProperty(_read[i], out var value);
            values[place++] = has ? FieldValue.FromJson(value) : FieldValue.Null;
            if (_classes[i] is { } names)
            {
                // A row without a class has -1.
                values[place++] = has && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0 && number < names.Length
                    ? names[number]
                    : FieldValue.Null;
            }
        }

        return values;
    }

    private static string[]? Classes(JsonElement type) =>
        type.ValueKind == JsonValueKind.Object && type.TryGetProperty("_type", out var kind) && kind.ValueEquals("ClassLabel")
            && type.TryGetProperty("names", out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Select(name => name.ToString())]
            : null;
}
