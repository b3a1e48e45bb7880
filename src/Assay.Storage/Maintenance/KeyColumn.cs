using Assay.Storage.Sql;

namespace Assay.Storage.Maintenance;

/// <summary>A column by which rows are told apart, and how its values are read.</summary>
internal sealed record KeyColumn(string Name, Func<SqlRow, int, object> Read)
{
    public static KeyColumn Whole(string name) => new(name, (row, column) => row.Long(column));

    public static KeyColumn Real(string name) => new(name, (row, column) => row.Double(column));

    public static KeyColumn Text(string name) => new(name, (row, column) => row.Text(column));
}
