namespace Assay.Storage.Sql;

/// <summary>
/// An insert that is made for many rows at once, each engine in its quickest way. Made once and kept in a static field: engines remember the
/// SQL they made of it.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="columns">What each row gives, in that order.</param>
/// <param name="ending">What follows the rows: <c>ON CONFLICT …</c>, <c>RETURNING …</c>. With DO UPDATE, no two rows of one call may conflict.</param>
internal sealed class SqlInsert(string table, IReadOnlyList<SqlColumn> columns, string ending = "")
{
    public IReadOnlyList<SqlColumn> Columns => columns;

    /// <summary>The statement around its rows: <c>INSERT INTO … (columns) ROWS ending</c>.</summary>
    public string Around(string rows) => $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) {rows} {ending}";
}
