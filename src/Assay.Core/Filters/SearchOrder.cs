using Assay.LoggedModels;

namespace Assay.Filters;

/// <summary>Reads orderings such as <c>metrics.`a b` DESC</c>.</summary>
internal static class SearchOrder
{
    internal const int MostOrderings = 20;

    /// <summary>The orderings, then what decides between equals.</summary>
    public static IReadOnlyList<Ordering> Parse(IReadOnlyList<string> clauses, EntityFields entity) =>
        clauses.Count == 0 ? Complete(entity.DefaultOrder, entity) : Complete(Distinct([.. clauses.Select(clause => Read(clause, entity))], clauses), entity);

    /// <summary>The same for logged models, whose orderings come as records.</summary>
    public static IReadOnlyList<Ordering> Parse(IReadOnlyList<LoggedModelOrder> orders, EntityFields entity) =>
        orders.Count == 0 ? Complete(entity.DefaultOrder, entity) : Complete([.. orders.Select(order => Read(order, entity))], entity);

    private static Ordering Read(string clause, EntityFields entity)
    {
        var tokens = FilterLexer.Read(clause);
        if (tokens.Count is 0 or > 2 || tokens.Exists(token => token.Kind != FilterTokenKind.Name))
        {
            throw FilterErrors.InvalidOrder(clause);
        }

        var isAscending = tokens.Count == 1 || tokens[1].Is("ASC");
        if (!isAscending && !tokens[1].Is("DESC"))
        {
            throw FilterErrors.Invalid($"Invalid ordering key in order_by clause '{clause}'.");
        }

        var field = FieldNames.Read(tokens[0].Text, entity, attribute => attribute.IsSortable);
        return field.Kind != FieldKind.Dataset ? new(field, isAscending) : throw FilterErrors.Invalid("Invalid order_by entity type 'dataset'");
    }

    private static Ordering Read(LoggedModelOrder order, EntityFields entity)
    {
        if (!string.IsNullOrEmpty(order.DatasetDigest) && string.IsNullOrEmpty(order.DatasetName))
        {
            throw FilterErrors.Invalid("`dataset_digest` can only be specified if `dataset_name` is also specified.");
        }

        var dot = order.Field.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            return order.Field[..dot] != "metrics"
                ? throw FilterErrors.Invalid($"Invalid order by field name: {order.Field}. Only metrics are supported.")
                : new(new(FieldKind.Metric, FieldNames.Unquote(order.Field[(dot + 1)..], '`')), order.Ascending)
                {
                    DatasetName = string.IsNullOrEmpty(order.DatasetName) ? null : order.DatasetName,
                    DatasetDigest = string.IsNullOrEmpty(order.DatasetDigest) ? null : order.DatasetDigest,
                };
        }

        var attribute = entity.Attribute(order.Field.Trim());
        return attribute?.IsSortable == true
            ? new(new(FieldKind.Attribute, attribute.Name), order.Ascending)
            : throw FilterErrors.Invalid($"Invalid order by field name: {order.Field}");
    }

    private static IReadOnlyList<Ordering> Distinct(IReadOnlyList<Ordering> orderings, IReadOnlyList<string> clauses) =>
        orderings.DistinctBy(ordering => ordering.Field).Count() == orderings.Count
            ? orderings
            : throw FilterErrors.Invalid($"`order_by` contains duplicate fields: [{string.Join(", ", clauses.Select(clause => $"'{clause}'"))}]");

    private static IReadOnlyList<Ordering> Complete(IReadOnlyList<Ordering> orderings, EntityFields entity) => orderings.Count <= MostOrderings
        ? [.. orderings, .. entity.Tiebreaks.Where(tiebreak => !orderings.Any(ordering => ordering.Field == tiebreak.Field))]
        : throw FilterErrors.Invalid($"order_by has {orderings.Count} clauses. It may have at most {MostOrderings}");
}
