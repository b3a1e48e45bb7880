using Assay.Filters;
using Assay.LoggedModels;
using Assay.Storage.Sql;

namespace Assay.Storage.Search;

/// <summary>A search that is understood and allowed, ready to be put as SQL.</summary>
internal sealed record SearchRequest
{
    private SearchRequest(SearchTable table, IReadOnlyList<Condition> conditions, IReadOnlyList<Ordering> order)
    {
        Table = table;
        Conditions = conditions;
        Order = order;
    }

    public SearchTable Table { get; }

    public IReadOnlyList<Condition> Conditions { get; }

    public IReadOnlyList<Ordering> Order { get; }

    /// <summary>What, beside filter and ordering, makes it another search: entity, stage, experiments … A page token is for one search only.</summary>
    public required string Purpose { get; init; }

    /// <summary>Conditions of the call itself, such as which experiments; null for none.</summary>
    public Func<SqlDialect, SqlArguments, string>? Scope { get; init; }

    /// <summary>The index in whose order the entities are wanted; null to leave the choice to the engine.</summary>
    public string? Index { get; init; }

    /// <summary>Whether a condition leaves only entities that an index finds, so that no other order is better.</summary>
    public bool IsFoundByValue => Conditions.Any(condition => Table.Properties.TryGetValue(condition.Field.Kind, out var property) && property.IsFoundByValue(condition));

    /// <summary>For logged models: the data sets that metrics must have been measured on.</summary>
    public IReadOnlyList<(string Name, string? Digest)> MetricDatasets { get; init; } = [];

    public required int MaxResults { get; init; }

    /// <summary>The token of the page before; null for the first.</summary>
    public string? PageToken { get; init; }

    /// <summary>Reads filter and orderings; refuses what the language or the entity does not allow.</summary>
    public static SearchRequest Of(SearchTable table, string? filter, IReadOnlyList<string> orderBy, string purpose, int maxResults, string? pageToken) =>
        new(table, SearchFilter.Parse(filter, table.Fields), SearchOrder.Parse(orderBy, table.Fields))
        {
            Purpose = $"{purpose}\n{filter}\n{string.Join('\n', orderBy)}",
            MaxResults = maxResults,
            PageToken = pageToken,
        };

    /// <summary>The same for logged models, whose orderings are records.</summary>
    public static SearchRequest Of(SearchTable table, LoggedModelQuery query, string purpose) =>
        new(table, SearchFilter.Parse(query.Filter, table.Fields), SearchOrder.Parse(query.OrderBy, table.Fields))
        {
            Purpose = $"{purpose}\n{query.Filter}\n{string.Join('\n', query.OrderBy)}\n{string.Join('\n', query.Datasets)}",
            MaxResults = query.MaxResults,
            PageToken = query.PageToken,
            MetricDatasets = query.Datasets,
        };
}

/// <summary>A page of a search: keys of the entities, in order.</summary>
/// <param name="Keys">Of the table's <see cref="SearchTable.Key"/>.</param>
/// <param name="NextPageToken">Null when this is the last page.</param>
internal sealed record SearchPage(IReadOnlyList<long> Keys, string? NextPageToken);
