using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Storage.Sql;
using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>SQLite's own ways. Its LIKE ignores the case of ASCII letters only, so other needles go through a function of ours.</summary>
internal sealed partial class SqliteDialect : SqlDialect
{
    private const string ContainsFunction = "assay_contains";

    public static SqliteDialect Instance { get; } = new();

    public override bool CommitsWholePages => true;

    // There is one writer: whoever writes is alone.
    public override string ForShare => "";

    public override string ForUpdate => "";

    public override string KeyIn(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    public override object Keys(IReadOnlyCollection<long> keys)
    {
        var text = new StringBuilder("[");
        foreach (var key in keys)
        {
            text.Append(text.Length > 1 ? "," : "").Append(key.ToString(CultureInfo.InvariantCulture));
        }

        return text.Append(']').ToString();
    }

    // CROSS keeps the order of the tables.
    public override string EachRow(string parameter, RowAlias row, string table, string alias, string condition)
    {
        var parts = row.Columns.Select((column, i) => string.Create(CultureInfo.InvariantCulture, $"value ->> {i} AS {column}"));
        return $"(SELECT {string.Join(", ", parts)} FROM json_each({parameter})) AS {row.Name} CROSS JOIN {table} {alias} ON {condition}";
    }

    public override object RowsValue(IEnumerable<long[]> rows) =>
        $"[{string.Join(',', rows.Select(row => $"[{string.Join(',', row.Select(value => value.ToString(CultureInfo.InvariantCulture)))}]"))}]";

    public override string TextIn(string column, string parameter) => KeyIn(column, parameter);

    public override string KeyAndTextIn(string keyColumn, string keys, string textColumn, string texts) =>
        $"{KeyIn(keyColumn, keys)} AND {TextIn(textColumn, texts)}";

    public override object Texts(IReadOnlyCollection<string> texts) => JsonSerializer.Serialize(texts, SqliteJson.Default.IReadOnlyCollectionString);

    public override string Contains(IEnumerable<string> columns, string parameter, string needle)
    {
        var conditions = columns.Select(column => IsPlain(needle)
            ? $"{column} LIKE {parameter} ESCAPE '\\'"
            : $"{ContainsFunction}({column}, {parameter})");
        return $"({string.Join(" OR ", conditions)})";
    }

    public override object ContainsValue(string needle) => IsPlain(needle) ? $"%{Literal(needle)}%" : needle;

    /// <summary>Gives a connection the functions that the dialect's conditions call.</summary>
    public static void Register(SqliteConnection connection)
    {
        const int Flags = raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC;
        _ = raw.sqlite3_create_function(connection.Handle, ContainsFunction, 2, Flags, null, AnswerContains);
        _ = raw.sqlite3_create_function(connection.Handle, LikeFunction, 2, Flags, null, AnswerLike);
        _ = raw.sqlite3_create_function(connection.Handle, LikeIgnoringCaseFunction, 2, Flags, null, AnswerLikeIgnoringCase);
    }

    private static void AnswerContains(sqlite3_context context, object data, sqlite3_value[] arguments)
    {
        var found = raw.sqlite3_value_type(arguments[0]) != raw.SQLITE_NULL
            && Text(arguments[0]).Contains(Text(arguments[1]), StringComparison.OrdinalIgnoreCase);
        raw.sqlite3_result_int(context, found ? 1 : 0);
    }

    private static string Text(sqlite3_value value) => Encoding.UTF8.GetString(raw.sqlite3_value_blob(value));

    private static string Literal(string needle) => needle
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);

    // NUL ends a pattern of LIKE.
    private static bool IsPlain(string needle) => Ascii.IsValid(needle) && !needle.Contains('\0', StringComparison.Ordinal);
}

[JsonSerializable(typeof(IReadOnlyCollection<string>))]
internal sealed partial class SqliteJson : JsonSerializerContext;
