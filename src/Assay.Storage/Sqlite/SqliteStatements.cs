using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>
/// Statements without parameters, run on the engine itself: the provider's commands would answer a busy file by sleeping for 150 ms at a time.
/// </summary>
internal static class SqliteStatements
{
    public static void Run(this SqliteConnection connection, string sql)
    {
        var code = connection.TryRun(sql);
        if (code != raw.SQLITE_OK)
        {
            throw connection.Error(code);
        }
    }

    public static int TryRun(this SqliteConnection connection, string sql) => raw.sqlite3_exec(connection.Handle, sql);

    public static SqliteException Error(this SqliteConnection connection, int code) => new(
        raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), code & 0xff, raw.sqlite3_extended_errcode(connection.Handle));

    /// <summary>The integer that a statement answers.</summary>
    public static long Number(this SqliteConnection connection, string sql)
    {
        var code = raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement);
        using (statement)
        {
            if (code == raw.SQLITE_OK)
            {
                code = raw.sqlite3_step(statement);
            }

            return code == raw.SQLITE_ROW ? raw.sqlite3_column_int64(statement, 0) : throw connection.Error(code);
        }
    }

    public static bool InTransaction(this SqliteConnection connection) => raw.sqlite3_get_autocommit(connection.Handle) == 0;
}
