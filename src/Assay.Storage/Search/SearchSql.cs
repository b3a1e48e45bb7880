using Assay.Filters;
using Assay.Storage.Sql;

namespace Assay.Storage.Search;

/// <summary>
/// Puts searches as SQL and answers them in pages. Which entities are on a page is found from keys, indexes and sort values alone; what they
/// hold is then read for that page only, by whoever asked.
/// </summary>
internal static class SearchSql
{
    /// <summary>The page's entities. To be called in the same unit of work that reads them.</summary>
    public static async Task<SearchPage> PageAsync(SqlSession session, SearchRequest request, CancellationToken cancellationToken)
    {
        var (sql, arguments, terms) = Compile(request, session.Dialect);
        var rows = await session.ListAsync(
            sql, row => new Found(row.Long(0), terms.Select((term, i) => term.Read(row, i + 1)).ToArray()), cancellationToken, arguments)
            .ConfigureAwait(false);
        string? next = null;
        if (rows.Count > request.MaxResults)
        {
            rows.RemoveRange(request.MaxResults, rows.Count - request.MaxResults);
            next = PageToken.Encode(request.Purpose, rows[^1].SortValues);
        }

        return new(rows.ConvertAll(row => row.Key), next);
    }

    /// <summary>How many entities a search finds, but no more than are worth counting.</summary>
    public static async Task<long> CountAsync(SqlSession session, SearchRequest request, long most, CancellationToken cancellationToken)
    {
        var arguments = new SqlArguments();
        var conditions = Conditions(request, session.Dialect, arguments);
        var sql = $"SELECT count(*) FROM (SELECT 1 FROM {From(request, session.Dialect)}{Where(conditions)} LIMIT {arguments.Add(most)}) AS found";
        return (await session.ListAsync(sql, row => new Total(row.Long(0)), cancellationToken, arguments.ToArray()).ConfigureAwait(false))[0].Count;
    }

    /// <summary>The statement, its arguments, and what is in its columns behind the key.</summary>
    internal static (string Sql, object?[] Arguments, IReadOnlyList<SortTerm> Terms) Compile(SearchRequest request, SqlDialect dialect)
    {
        var (table, arguments) = (request.Table, new SqlArguments());
        var order = new OrderSql(table, request.Order, dialect, arguments);
        var conditions = Conditions(request, dialect, arguments);
        if (PageToken.Decode(request.PageToken, request.Purpose, order.Terms.Count) is { } last)
        {
            conditions.Add(order.After(last));
        }

        var sql = $"SELECT {table.Key}, {string.Join(", ", order.Terms.Select(term => term.Sql))} FROM {From(request, dialect)}{order.Joins}{Where(conditions)}"
            + $" ORDER BY {order.By} LIMIT {arguments.Add((long)request.MaxResults + 1)}";
        return (sql, arguments.ToArray(), order.Terms);
    }

    private static string From(SearchRequest request, SqlDialect dialect) =>
        request.Table.From + (request.IsFoundByValue ? dialect.UsingKey : request.Index is { } index ? dialect.Using(index) : "");

    private static string Where(List<string> conditions) => conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";

    private static List<string> Conditions(SearchRequest request, SqlDialect dialect, SqlArguments arguments)
    {
        var sql = new ConditionSql(request.Table, dialect, arguments) { MetricDatasets = request.MetricDatasets };
        var all = new List<string>();
        if (request.Scope is { } scope)
        {
            all.Add(scope(dialect, arguments));
        }

        IEnumerable<Condition> conditions = request.Conditions;
        if (request.Table.Fields.HiddenBy is { } tag && !Asks(conditions, tag))
        {
            conditions = conditions.Where(condition => !IsOf(condition, tag));
            all.Add(sql.NotHidden(tag));
        }

        all.AddRange(conditions.Select(sql.Of));
        if (request.MetricDatasets.Count > 0 && !request.Conditions.Any(condition => condition.Field.Kind == FieldKind.Metric))
        {
            all.Add(sql.IsMeasured());
        }

        return all;
    }

    /// <summary>Whether the filter asks for what a tag hides; its first condition on the tag decides.</summary>
    private static bool Asks(IEnumerable<Condition> conditions, string tag) =>
        conditions.FirstOrDefault(condition => IsOf(condition, tag)) is { } first
        && ((first.Comparison == Comparison.Equal && first.Text!.Equals("true", StringComparison.OrdinalIgnoreCase))
            || (first.Comparison == Comparison.NotEqual && first.Text!.Equals("false", StringComparison.OrdinalIgnoreCase)));

    private static bool IsOf(Condition condition, string tag) => condition.Field == new SearchField(FieldKind.Tag, tag);

    private sealed record Total(long Count);

    private sealed record Found(long Key, object[] SortValues);
}
