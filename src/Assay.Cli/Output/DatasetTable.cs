using System.Globalization;
using Assay.Data;
using Assay.Formats;

namespace Assay.Cli.Output;

/// <summary>A data set on the terminal: what identifies it, its columns, and its first rows.</summary>
internal static class DatasetTable
{
    private const int LongestPreview = 300;

    public static void Write(Dataset dataset, DatasetProfile profile, IReadOnlyList<Row> rows)
    {
        List<(string, string)> fields =
        [
            ("data", dataset.Name),
            ("rows", profile.Rows.ToString("N0", CultureInfo.InvariantCulture)),
            ("digest", profile.Digest),
            ("source", $"{dataset.SourceType} {dataset.SourceJson}"),
        ];
        ListTable.WriteFields(fields);
        Console.WriteLine();
        ListTable.Write(["column", "type", "filled", "values"], profile.Schema.Select(Column));
        Console.WriteLine();
        foreach (var row in rows)
        {
            Console.WriteLine(FormattableString.Invariant($"{row.Index + 1}  {OneLine.Of(row.ToJson(), LongestPreview)}"));
        }
    }

    private static string[] Column(ColumnProfile column) =>
    [
        column.Name,
        TypeName(column.Type) + (column.ReadsAs is { } read ? $" (all read as {TypeName(read)})" : ""),
        (1 - column.NullShare).ToString(column.Filled == column.Rows ? "0 %" : "0.0 %", CultureInfo.InvariantCulture),
        Balance(column),
    ];

    /// <summary>How many rows have each value, where few values come often enough to be classes.</summary>
    private static string Balance(ColumnProfile column) => column.Values is { Count: > 0 } values && values.Count * 2 <= column.Filled
        ? string.Join(", ", values.Select(value => $"{OneLine.Of(value.Value, 30)}: {value.Rows.ToString("N0", CultureInfo.InvariantCulture)}"))
        : "";

    public static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Text => "string",
        _ => type.ToString().ToLowerInvariant(),
    };
}
