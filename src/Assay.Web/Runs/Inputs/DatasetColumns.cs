using System.Text.Json;

namespace Assay.Web.Runs.Inputs;

/// <summary>The columns of a data set, out of the schema that was logged.</summary>
internal static class DatasetColumns
{
    /// <summary>The columns; null when the schema is none that MLflow writes.</summary>
    public static IReadOnlyList<DatasetColumn>? Of(string schema)
    {
        if (LoggedJson.Parse(schema) is not { } json)
        {
            return null;
        }

        var columns = LoggedJson.Field(json, "mlflow_colspec") is { } table ? Read(table, null)
            : LoggedJson.Field(json, "mlflow_tensorspec") is { } tensors ? Tensors(tensors)
            : Read(json, null);
        return columns is { Count: > 0 } ? columns : null;
    }

    private static List<DatasetColumn>? Tensors(JsonElement tensors) => tensors.ValueKind == JsonValueKind.Array
        ? Read(tensors, null)
        : Both(
            LoggedJson.Field(tensors, "features") is { } features ? Read(Opened(features), "features") : null,
            LoggedJson.Field(tensors, "targets") is { } targets ? Read(Opened(targets), "targets") : null);

    private static List<DatasetColumn>? Both(List<DatasetColumn>? features, List<DatasetColumn>? targets) =>
        features is null ? targets : targets is null ? features : [.. features, .. targets];

    // Features and targets are JSON within JSON.
    private static JsonElement Opened(JsonElement value) => value.ValueKind == JsonValueKind.String ? LoggedJson.Parse(LoggedJson.Text(value)) ?? value : value;

    /// <summary>A list of columns; null when one of them is none.</summary>
    private static List<DatasetColumn>? Read(JsonElement list, string? part)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var columns = new List<DatasetColumn>();
        foreach (var item in list.EnumerateArray())
        {
            if (LoggedJson.Field(item, "type") is null && LoggedJson.Field(item, "tensor-spec") is null)
            {
                return null;
            }

            var name = LoggedJson.Field(item, "name") is { } given ? LoggedJson.Text(given) : null;
            bool? required = LoggedJson.Field(item, "required")?.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            };
            columns.Add(new DatasetColumn(part is null ? name : name is null ? part : $"{part} {name}", TypeOf(item), required));
        }

        return columns;
    }

    /// <summary>A type in a few letters: <c>string</c>, <c>array&lt;long&gt;</c>, <c>float64 [-1, 4]</c>.</summary>
    private static string TypeOf(JsonElement item)
    {
        if (LoggedJson.Field(item, "tensor-spec") is { } tensor)
        {
            var shape = LoggedJson.Field(tensor, "shape") is { } sides ? $" [{string.Join(", ", LoggedJson.Items(sides).Select(LoggedJson.Text))}]" : "";
            return (LoggedJson.Field(tensor, "dtype") is { } kind ? LoggedJson.Text(kind) : "tensor") + shape;
        }

        var type = LoggedJson.Field(item, "type") is { } named ? LoggedJson.Text(named) : "?";
        return type switch
        {
            "array" when LoggedJson.Field(item, "items") is { } items => $"array<{TypeOf(items)}>",
            "map" when LoggedJson.Field(item, "values") is { } values => $"map<{TypeOf(values)}>",
            "object" when LoggedJson.Field(item, "properties") is { } properties =>
                $"object{{{string.Join(", ", LoggedJson.Fields(properties).Select(property => $"{property.Name}: {TypeOf(property.Value)}"))}}}",
            _ => type,
        };
    }
}
