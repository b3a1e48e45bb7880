using System.Globalization;
using Assay.Filters;
using Assay.Storage.Sql;

namespace Assay.Storage.Search;

/// <summary>Conditions as SQL. What they compare with is always a parameter.</summary>
internal sealed class ConditionSql(SearchTable table, SqlDialect dialect, SqlArguments arguments)
{
    private const string Never = "1 = 0";

    /// <summary>Data sets that a metric must have been measured on, name and digest (null for any); empty for no such limit.</summary>
    public IReadOnlyList<(string Name, string? Digest)> MetricDatasets { get; init; } = [];

    public string Of(Condition condition) => condition.Field.Kind switch
    {
        FieldKind.Attribute => OfAttribute(condition, table.Columns[condition.Field.Key]),
        FieldKind.Dataset => OfDataset(condition, table.Datasets[condition.Field.Key]),
        _ => OfProperty(condition, table.Properties[condition.Field.Kind]),
    };

    /// <summary>That the tag which hides its owners is not there.</summary>
    public string NotHidden(string tag)
    {
        var tags = table.Properties[FieldKind.Tag];
        return $"NOT EXISTS (SELECT 1 FROM {tags.Table} f WHERE f.{tags.Owner} = {table.Key} AND f.key = {arguments.Add(tag)} AND f.value = 'true')";
    }

    /// <summary>That something was measured on one of the data sets.</summary>
    public string IsMeasured()
    {
        var metrics = table.Properties[FieldKind.Metric];
        return $"EXISTS (SELECT 1 FROM {metrics.Table} f WHERE f.{metrics.Owner} = {table.Key}{OnDatasets()})";
    }

    private string OfProperty(Condition condition, PropertyTable property)
    {
        if (property.IsFoundByValue(condition))
        {
            // The key stands there as such, not as a parameter: only so is the index taken that is of this key alone.
            return $"{table.Key} IN (SELECT f.{property.Owner} FROM {property.Table} f "
                + $"WHERE f.key = '{property.FoundByValue}' AND f.value = {arguments.Add(condition.Text)})";
        }

        var key = arguments.Add(condition.Field.Key);
        var hint = property.Index is { } index ? dialect.Using(index) : "";
        var exists = $"EXISTS (SELECT 1 FROM {property.Table} f{hint} WHERE f.{property.Owner} = {table.Key} AND f.key = {key}"
            + (condition.Field.Kind == FieldKind.Metric ? OnDatasets() : "");
        return condition.Comparison switch
        {
            Comparison.IsNull => $"NOT {exists})",
            Comparison.IsNotNull => $"{exists})",
            Comparison.NotEqual when property.IsNumber => $"{exists} AND (f.is_nan = 1 OR f.value <> {arguments.Add(condition.Number!.Value)}))",
            var comparison when property.IsNumber => $"{exists} AND f.is_nan = 0 AND f.value {Sign(comparison)} {arguments.Add(condition.Number!.Value)})",
            _ => $"{exists} AND {OfText(condition, "f.value")})",
        };
    }

    private string OnDatasets()
    {
        if (MetricDatasets.Count == 0)
        {
            return "";
        }

        var any = MetricDatasets.Select(dataset => dataset.Digest is null
            ? $"f.dataset_name = {arguments.Add(dataset.Name)}"
            : $"(f.dataset_name = {arguments.Add(dataset.Name)} AND f.dataset_digest = {arguments.Add(dataset.Digest)})");
        return $" AND ({string.Join(" OR ", any)})";
    }

    private string OfDataset(Condition condition, DatasetColumn dataset) =>
        $"EXISTS (SELECT 1 FROM {dataset.From} WHERE {dataset.Where} AND {OfText(condition, dataset.Column)})";

    private string OfAttribute(Condition condition, SearchColumn column)
    {
        if (condition.Comparison is Comparison.IsNull or Comparison.IsNotNull)
        {
            var isNull = condition.Comparison == Comparison.IsNull;
            return column.IsNullable ? $"{column.Sql} IS {(isNull ? "" : "NOT ")}NULL" : isNull ? Never : "1 = 1";
        }

        return column.Names is { } names ? OfNames(condition, column, names)
            : condition.Number is { } number ? OfWhole(column.Sql, condition.Comparison, number)
            : OfText(condition, column.Sql);
    }

    private string OfText(Condition condition, string column) => condition.Comparison switch
    {
        Comparison.Like => dialect.Like(column, arguments.Add(dialect.LikeValue(condition.Text!)), condition.Text!),
        Comparison.LikeIgnoringCase => dialect.LikeIgnoringCase(column, arguments.Add(condition.Text), condition.Text!),
        Comparison.In => dialect.TextIn(column, arguments.Add(dialect.Texts(condition.List!))),
        Comparison.NotIn => $"NOT {dialect.TextIn(column, arguments.Add(dialect.Texts(condition.List!)))}",
        var comparison => $"{column} {Sign(comparison)} {arguments.Add(condition.Text)}",
    };

    /// <summary>An enumeration has few names: which of them fulfil the condition is found out here.</summary>
    private static string OfNames(Condition condition, SearchColumn column, IReadOnlyList<string> names)
    {
        var found = Enumerable.Range(0, names.Count).Where(value => Fulfils(names[value], condition, column.NamePrefix)).ToList();
        return found.Count == 0
            ? Never
            : $"{column.Sql} IN ({string.Join(", ", found.Select(value => value.ToString(CultureInfo.InvariantCulture)))})";
    }

    private static bool Fulfils(string name, Condition condition, string prefix)
    {
        string Plain(string text) => prefix.Length > 0 && text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
        return condition.Comparison switch
        {
            Comparison.Equal => name == Plain(condition.Text!),
            Comparison.NotEqual => name != Plain(condition.Text!),
            Comparison.Like => LikePattern.Matches(name, Plain(condition.Text!), ignoreCase: false),
            Comparison.LikeIgnoringCase => LikePattern.Matches(name, Plain(condition.Text!), ignoreCase: true),
            Comparison.In => condition.List!.Select(Plain).Contains(name),
            _ => !condition.List!.Select(Plain).Contains(name),
        };
    }

    /// <summary>A column of whole numbers is compared with whole numbers only, so that an index serves and every engine does the same.</summary>
    private string OfWhole(string column, Comparison comparison, double number)
    {
        var isWhole = Math.Floor(number) == number;
        if (comparison is Comparison.Equal or Comparison.NotEqual && (!isWhole || Math.Abs(number) >= long.MaxValue))
        {
            return comparison == Comparison.Equal ? Never : $"{column} IS NOT NULL";
        }

        var bound = comparison is Comparison.Greater or Comparison.LessOrEqual ? Math.Floor(number) : Math.Ceiling(number);
        if (Math.Abs(bound) >= long.MaxValue)
        {
            return bound > 0 == comparison is Comparison.Less or Comparison.LessOrEqual ? $"{column} IS NOT NULL" : Never;
        }

        return $"{column} {Sign(comparison)} {arguments.Add((long)bound)}";
    }

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "<>",
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        Comparison.Less => "<",
        _ => "<=",
    };
}
