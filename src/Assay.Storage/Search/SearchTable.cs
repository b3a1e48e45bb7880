using Assay.Filters;

namespace Assay.Storage.Search;

/// <summary>
/// Where an entity's fields are in SQL. To make an entity searchable, write one of these and call <see cref="SearchSql.PageAsync"/>: the rest
/// is the same for all.
/// </summary>
internal sealed record SearchTable
{
    /// <summary>The fields that the language knows.</summary>
    public required EntityFields Fields { get; init; }

    /// <summary>What stands behind FROM, with aliases: <c>model_versions v JOIN registered_models m ON m.model_key = v.model_key</c>.</summary>
    public required string From { get; init; }

    /// <summary>The integer key that pages are given in: <c>v.version_key</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The column of each attribute, by its name in <see cref="Fields"/>.</summary>
    public required IReadOnlyDictionary<string, SearchColumn> Columns { get; init; }

    /// <summary>The table of each other kind of field.</summary>
    public IReadOnlyDictionary<FieldKind, PropertyTable> Properties { get; init; } = new Dictionary<FieldKind, PropertyTable>();

    /// <summary>
    /// The data sets of an entity: for each of <see cref="EntityFields.DatasetKeys"/> what stands behind EXISTS (SELECT 1 FROM, the owner's key
    /// compared, and the column that holds the value.
    /// </summary>
    public IReadOnlyDictionary<string, DatasetColumn> Datasets { get; init; } = new Dictionary<string, DatasetColumn>();
}

/// <summary>An attribute in SQL.</summary>
/// <param name="Sql">The column, or an expression without parameters.</param>
/// <param name="IsNullable">Whether it may be missing.</param>
internal sealed record SearchColumn(string Sql, bool IsNullable = false)
{
    /// <summary>What the integers in the column are called, when it holds an enumeration.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>What people may write before those names.</summary>
    public string NamePrefix { get; init; } = "";
}

/// <summary>
/// A table of key and value (columns <c>key</c> and <c>value</c>) whose rows belong to an entity. Where one owner may have several rows of a key,
/// a condition holds when any of them fulfils it, and <see cref="Latest"/> says which one sorts.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Owner">Its column with the owner's key.</param>
internal sealed record PropertyTable(string Table, string Owner)
{
    /// <summary>Whether values are numbers, and the column <c>is_nan</c> marks those that are none.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The index from which values by key and owner can be read alone; null to leave the choice to the engine.</summary>
    public string? Index { get; init; }

    /// <summary>The key whose owners an index finds by the value, written into the SQL as it is; null for none.</summary>
    public string? FoundByValue { get; init; }

    /// <summary>The order in which the first of several rows of one owner and key is the one to sort by, on alias <c>f</c>; null when there is one.</summary>
    public string? Latest { get; init; }

    /// <summary>Whether an index finds the few owners of which a condition holds.</summary>
    public bool IsFoundByValue(Condition condition) => condition.Comparison == Comparison.Equal && condition.Field.Key == FoundByValue;
}

/// <summary>A column of the data sets of an entity.</summary>
/// <param name="From">Tables and joins.</param>
/// <param name="Where">Which of their rows are the owner's.</param>
/// <param name="Column">The value.</param>
internal sealed record DatasetColumn(string From, string Where, string Column);
