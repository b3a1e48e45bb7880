using System.Text.Json.Nodes;

namespace Assay.Data.Schema;

/// <summary>A schema as MLflow writes that of a table: <c>{"mlflow_colspec": [{"type", "name", "required"}]}</c>.</summary>
internal static class MlflowSchema
{
    public static JsonObject Of(DatasetProfile profile) =>
        new() { ["mlflow_colspec"] = new JsonArray([.. profile.Schema.Select(Column)]) };

    private static JsonObject Column(ColumnProfile column)
    {
        var described = new JsonObject { ["type"] = TypeName(column.Type) };
        if (column.Type == ColumnType.List)
        {
            described["items"] = new JsonObject { ["type"] = "any" };
        }

        described["name"] = column.Name;
        described["required"] = column.Filled == column.Rows;
        return described;
    }

    /// <summary>MLflow has no name for an object whose members are not known, nor for values of several types: <c>any</c>.</summary>
    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Text => "string",
        ColumnType.Integer => "long",
        ColumnType.Number => "double",
        ColumnType.Boolean => "boolean",
        ColumnType.List => "array",
        _ => "any",
    };
}
