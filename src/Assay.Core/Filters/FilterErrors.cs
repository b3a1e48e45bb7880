namespace Assay.Filters;

/// <summary>Refusals of filters and orderings, in the words that MLflow's clients know.</summary>
internal static class FilterErrors
{
    public static AssayException Invalid(string message) => new(ErrorCode.InvalidParameterValue, message);

    public static AssayException InvalidClauses(IEnumerable<string> clauses, EntityFields entity) =>
        Invalid($"Invalid clause(s) in filter string: {string.Join(", ", entity.HasRunSyntax ? clauses.Select(clause => $"'{clause}'") : clauses)}");

    public static AssayException InvalidComparator(string comparator, IEnumerable<string> allowed) =>
        Invalid($"Invalid comparator '{comparator}' not one of '{Set(allowed)}'");

    public static AssayException InvalidOrder(string clause) => Invalid($"Invalid order_by clause '{clause}'. Could not be parsed.");

    /// <summary>Names as MLflow prints a set of them.</summary>
    public static string Set(IEnumerable<string> names) => $"{{{string.Join(", ", names.Select(name => $"'{name}'"))}}}";
}
