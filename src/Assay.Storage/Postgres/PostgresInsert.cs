using System.Runtime.CompilerServices;
using Assay.Storage.Sql;
using Npgsql;

namespace Assay.Storage.Postgres;

/// <summary>An insert as PostgreSQL's SQL: one statement however many rows, each column an array, so that it stays prepared.</summary>
internal static class PostgresInsert
{
    private static readonly ConditionalWeakTable<SqlInsert, string> Made = [];

    public static NpgsqlBatchCommand Command(SqlInsert insert, IReadOnlyList<object?[]> rows)
    {
        var command = new NpgsqlBatchCommand(Made.GetValue(insert, Sql));
        for (var i = 0; i < insert.Columns.Count; i++)
        {
            command.Parameters.Add(PostgresValue.Column(insert.Columns[i].Type, rows, i));
        }

        return command;
    }

    private static string Sql(SqlInsert insert) =>
        insert.Around($"SELECT * FROM unnest({string.Join(", ", Enumerable.Range(1, insert.Columns.Count).Select(number => $"${number}"))})");
}
