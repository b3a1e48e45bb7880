using System.Globalization;
using System.Text;
using Assay.Filters;
using Assay.Storage.Sql;

namespace Assay.Storage.Search;

/// <summary>An ordering as SQL: joins, sort terms, and the condition of being behind the last entry of a page.</summary>
internal sealed class OrderSql
{
    private readonly SearchTable _table;
    private readonly SqlDialect _dialect;
    private readonly SqlArguments _arguments;
    private readonly StringBuilder _joins = new();
    private readonly List<SortTerm> _terms = [];

    public OrderSql(SearchTable table, IReadOnlyList<Ordering> orderings, SqlDialect dialect, SqlArguments arguments)
    {
        (_table, _dialect, _arguments) = (table, dialect, arguments);
        for (var i = 0; i < orderings.Count; i++)
        {
            Add(orderings[i], string.Create(CultureInfo.InvariantCulture, $"o{i}"));
        }
    }

    /// <summary>Joins that the terms need, to be put behind the table.</summary>
    public string Joins => _joins.ToString();

    public IReadOnlyList<SortTerm> Terms => _terms;

    /// <summary>What stands behind ORDER BY.</summary>
    public string By => string.Join(", ", _terms.Select(term => term.IsAscending ? term.Sql : $"{term.Sql} DESC"));

    /// <summary>The condition of coming after an entry.</summary>
    public string After(PageToken last)
    {
        var first = _terms[0];
        var after = After(last, 0);

        // Said apart, so that an index can begin there.
        return first.Type == SortType.Rank ? after : $"{first.Sql} {(first.IsAscending ? ">=" : "<=")} {_arguments.Add(first.Read(last, 0))} AND {after}";
    }

    private string After(PageToken last, int index)
    {
        var term = _terms[index];

        // Behind the rank of a missing value stands none.
        if (term.IsNullable && last.Long(index - 1) != SortTerm.HasValue)
        {
            return After(last, index + 1);
        }

        var value = _arguments.Add(term.Read(last, index));
        var beyond = $"{term.Sql} {(term.IsAscending ? ">" : "<")} {value}";
        return index == _terms.Count - 1 ? beyond : $"({beyond} OR ({term.Sql} = {value} AND {After(last, index + 1)}))";
    }

    private void Add(Ordering ordering, string alias)
    {
        if (ordering.Field.Kind != FieldKind.Attribute)
        {
            AddProperty(ordering, _table.Properties[ordering.Field.Kind], alias);
            return;
        }

        var column = _table.Columns[ordering.Field.Key];
        var isNumber = _table.Fields.Attribute(ordering.Field.Key)!.Type == AttributeType.Number;
        var sql = column.Names is { } names ? NameOf(column.Sql, names) : column.Sql;
        if (column.IsNullable)
        {
            _terms.Add(new($"CASE WHEN {sql} IS NULL THEN 2 ELSE 0 END", SortType.Rank));
        }

        _terms.Add(new(sql, isNumber ? SortType.Whole : SortType.Text, ordering.IsAscending, column.IsNullable));
    }

    private void AddProperty(Ordering ordering, PropertyTable property, string alias)
    {
        var key = _arguments.Add(ordering.Field.Key);
        Func<string, string> column = name => $"{alias}.{name}";
        if (property.Latest is { } latest)
        {
            var from = $"FROM {property.Table} f WHERE f.{property.Owner} = {_table.Key} AND f.key = {key}{OnDataset(ordering)} ORDER BY {latest} LIMIT 1";
            column = name => $"(SELECT f.{name} {from})";
        }
        else
        {
            var hint = property.Index is { } index ? _dialect.Using(index) : "";
            _joins.Append(CultureInfo.InvariantCulture, $" LEFT JOIN {property.Table} {alias}{hint} ON {alias}.{property.Owner} = {_table.Key} AND {alias}.key = {key}");
        }

        var (value, isNan) = (column("value"), property.IsNumber ? $" WHEN {column("is_nan")} = 1 THEN 1" : "");
        _terms.Add(new($"CASE WHEN {value} IS NULL THEN 2{isNan} ELSE 0 END", SortType.Rank));
        _terms.Add(new(value, property.IsNumber ? SortType.Real : SortType.Text, ordering.IsAscending, IsNullable: true));
    }

    private string OnDataset(Ordering ordering) =>
        (ordering.DatasetName is { } name ? $" AND f.dataset_name = {_arguments.Add(name)}" : "")
        + (ordering.DatasetDigest is { } digest ? $" AND f.dataset_digest = {_arguments.Add(digest)}" : "");

    private static string NameOf(string column, IReadOnlyList<string> names)
    {
        var cases = names.Select((name, value) => string.Create(CultureInfo.InvariantCulture, $"WHEN {value} THEN '{name}'"));
        return $"CASE {column} {string.Join(' ', cases)} ELSE '' END";
    }
}
