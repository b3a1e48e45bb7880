using System.Text.Json;
using Assay.Data;
using Assay.Evaluations;

namespace Assay.Running;

/// <summary>A row of a data set, made again of what was stored of it.</summary>
internal static class StoredFields
{
    public static Row Read(EvaluationRow stored)
    {
        using var fields = JsonDocument.Parse(stored.Fields);
        var properties = fields.RootElement.EnumerateObject().ToList();
        return new Row(
            stored.Index, stored.RowId, stored.Digest, [.. properties.Select(field => field.Name)],
            [.. properties.Select(field => FieldValue.FromJson(field.Value))]);
    }
}
