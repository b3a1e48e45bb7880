using System.Globalization;
using System.Text;
using Assay.Storage.Sql;

namespace Assay.Storage.Postgres;

/// <summary>PostgreSQL's own ways.</summary>
/// <param name="collation">The collation that knows the case of letters of every alphabet: columns have "C", which knows ASCII's only.</param>
internal sealed class PostgresDialect(string collation) : SqlDialect
{
    public override bool CommitsWholePages => false;

    public override string ForShare => " FOR SHARE";

    // Not FOR UPDATE: rows that refer to this one may be written meanwhile.
    public override string ForUpdate => " FOR NO KEY UPDATE";

    public override string KeyIn(string column, string parameter) => $"{column} = ANY({parameter})";

    public override object Keys(IReadOnlyCollection<long> keys) => keys.ToArray();

    // OFFSET keeps the inner statement apart. Else a table that has grown since it was last looked through is taken for small, and each of its
    // rows is held against each of the parameter's.
    public override string EachRow(string parameter, RowAlias row, string table, string alias, string condition)
    {
        var parts = row.Columns.Select((column, i) => string.Create(CultureInfo.InvariantCulture, $"({parameter})[i + {i}] AS {column}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"(SELECT {string.Join(", ", parts)} FROM generate_series(1, cardinality({parameter}), {row.Columns.Count}) AS i) AS {row.Name} ")
            + $"CROSS JOIN LATERAL (SELECT * FROM {table} {alias} WHERE {condition} OFFSET 0) {alias}";
    }

    public override object RowsValue(IEnumerable<long[]> rows) => rows.SelectMany(row => row).ToArray();

    public override string TextIn(string column, string parameter) => $"{column} = ANY({parameter})";

    // A plan that is made once for all parameters takes few rows for granted, and would combine all rows of the keys with all of the texts.
    public override string KeyAndTextIn(string keyColumn, string keys, string textColumn, string texts) =>
        $"({keyColumn}, {textColumn}) IN (SELECT k, t FROM unnest({keys}) k CROSS JOIN unnest({texts}) t)";

    public override object Texts(IReadOnlyCollection<string> texts) => texts.ToArray();

    public override string Like(string column, string parameter, string pattern) => $"{column} LIKE {parameter} ESCAPE ''";

    public override object LikeValue(string pattern) => pattern;

    public override string LikeIgnoringCase(string column, string parameter, string pattern) => Ascii.IsValid(pattern)
        ? $"{column} ILIKE {parameter} ESCAPE ''"
        : $"{Folded(column)} LIKE {Folded(parameter)} ESCAPE ''";

    // The planner counts what it may expect.
    public override string Using(string index) => "";

    public override string UsingKey => "";

    public override string Contains(IEnumerable<string> columns, string parameter, string needle)
    {
        var conditions = columns.Select(column => Ascii.IsValid(needle)
            ? $"{column} ILIKE {parameter}"
            : $"{Folded(column)} LIKE {Folded(parameter)}");
        return $"({string.Join(" OR ", conditions)})";
    }

    public override object ContainsValue(string needle) => $"%{Literal(needle)}%";

    // Compared by bytes again once folded: LIKE is not for every collation.
    private string Folded(string text) => $"lower({text} COLLATE {collation}) COLLATE \"C\"";

    private static string Literal(string needle) => needle
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
