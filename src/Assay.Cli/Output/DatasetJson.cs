using System.Text.Json;
using Assay.Data;

namespace Assay.Cli.Output;

/// <summary>A data set, or the samples there are, as one JSON value.</summary>
internal static class DatasetJson
{
    public static void Write(IReadOnlyList<BundledSample> samples) => JsonOutput.Write(json =>
    {
        json.WriteStartArray();
        foreach (var sample in samples)
        {
            json.WriteStartObject();
            json.WriteString("data", $"sample:{sample.Name}");
            json.WriteNumber("rows", sample.Rows);
            WriteTexts(json, "columns", sample.Columns);
            json.WriteString("about", sample.About);
            json.WriteString("source", sample.Source);
            json.WriteString("licence", sample.Licence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static void Write(Dataset dataset, DatasetProfile profile, IReadOnlyList<Row> rows) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", dataset.Name);
        json.WriteNumber("rows", profile.Rows);
        json.WriteString("digest", profile.Digest);
        json.WriteString("source_type", dataset.SourceType);
        json.WritePropertyName("source");
        json.WriteRawValue(dataset.SourceJson);
        json.WritePropertyName("schema");
        json.WriteRawValue(profile.SchemaJson);
        json.WriteStartArray("columns");
        foreach (var column in profile.Schema)
        {
            Write(json, column);
        }

        json.WriteEndArray();
        json.WriteStartArray("preview");
        foreach (var row in rows)
        {
            json.WriteRawValue(row.ToJson());
        }

        json.WriteEndArray();
        WriteTexts(json, "warnings", profile.Warnings);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ColumnProfile column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", DatasetTable.TypeName(column.Type));
        if (column.ReadsAs is { } read)
        {
            json.WriteString("reads_as", DatasetTable.TypeName(read));
        }

        json.WriteNumber("filled", column.Filled);
        json.WriteNumber("null_share", column.NullShare);
        if (column.Values is { } values)
        {
            json.WriteStartArray("values");
            foreach (var value in values)
            {
                json.WriteStartObject();
                json.WriteString("value", value.Value);
                json.WriteNumber("rows", value.Rows);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
