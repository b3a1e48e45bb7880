using System.Runtime.CompilerServices;
using Assay.Storage.Sql;

namespace Assay.Storage.Sqlite;

/// <summary>An insert as SQLite's SQL: for one row, and for many when rows are narrow.</summary>
internal sealed record SqliteInsert(string One, string? Many)
{
    public const int RowsAtOnce = 64;
    private const int MostColumns = 8;
    private static readonly ConditionalWeakTable<SqlInsert, SqliteInsert> Made = [];

    public static SqliteInsert Of(SqlInsert insert) => Made.GetValue(insert, static insert => new SqliteInsert(
        insert.Around(Rows(insert, 1)), insert.Columns.Count <= MostColumns ? insert.Around(Rows(insert, RowsAtOnce)) : null));

    /// <summary>The arguments of <see cref="Many"/>.</summary>
    public static object?[] Flatten(IReadOnlyList<object?[]> rows, int first)
    {
        var width = rows[first].Length;
        var flat = new object?[width * RowsAtOnce];
        for (var i = 0; i < RowsAtOnce; i++)
        {
            rows[first + i].CopyTo(flat, i * width);
        }

        return flat;
    }

    private static string Rows(SqlInsert insert, int count)
    {
        var width = insert.Columns.Count;
        return "VALUES " + string.Join(", ", Enumerable.Range(0, count)
            .Select(row => $"({string.Join(", ", Enumerable.Range((row * width) + 1, width).Select(number => $"${number}"))})"));
    }
}
