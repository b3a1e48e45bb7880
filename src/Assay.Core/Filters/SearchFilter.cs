namespace Assay.Filters;

/// <summary>Reads a filter of an entity: the tree is a list of conditions that must all hold. The grammar is in <c>docs/filters.md</c>.</summary>
internal static class SearchFilter
{
    internal const int LongestFilter = 1 << 19;
    internal const int MostConditions = 100;

    /// <summary>The conditions; none for a filter that is null or blank. Refuses what the entity does not allow.</summary>
    public static IReadOnlyList<Condition> Parse(string? filter, EntityFields entity)
    {
        if (string.IsNullOrWhiteSpace(filter))
        {
            return [];
        }

        if (filter.Length > LongestFilter)
        {
            throw FilterErrors.Invalid($"The filter has {filter.Length} characters. It may have at most {LongestFilter}");
        }

        var clauses = FilterParser.Parse(filter, entity);
        return clauses.Count <= MostConditions
            ? [.. clauses.Select(clause => ConditionReader.Read(clause, entity))]
            : throw FilterErrors.Invalid($"The filter has {clauses.Count} conditions. It may have at most {MostConditions}");
    }
}
