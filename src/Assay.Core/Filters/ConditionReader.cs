using System.Globalization;

namespace Assay.Filters;

/// <summary>Checks a comparison against the fields of an entity: the value first, then the comparator, as MLflow does.</summary>
internal static class ConditionReader
{
    private static readonly string[] OfNumbers = [">", ">=", "!=", "=", "<", "<="];
    private static readonly string[] OfTexts = ["!=", "=", "LIKE", "ILIKE"];
    private static readonly string[] OfTextsAndLists = [.. OfTexts, "IN", "NOT IN"];

    public static Condition Read(FilterClause clause, EntityFields entity)
    {
        var field = FieldNames.Read(clause.Field, entity, attribute => attribute.IsSearchable);
        var attribute = field.Kind == FieldKind.Attribute ? entity.Attribute(field.Key) : null;
        var isNumber = IsNumber(field, entity);
        var condition = new Condition(field, Comparison.Equal);
        if (clause.Comparator is not "IS NULL" and not "IS NOT NULL")
        {
            condition = isNumber
                ? condition with { Number = Number(clause, field, attribute) }
                : clause.IsList && (field.Kind == FieldKind.Dataset || attribute is not null)
                    ? condition with { List = List(clause, attribute) }
                    : condition with { Text = Text(clause, field, entity) };
        }

        var allowed = isNumber ? OfNumbers : field.Kind == FieldKind.Dataset || attribute is not null ? OfTextsAndLists : OfTexts;
        return condition with { Comparison = Comparator(clause.Comparator, field, allowed) };
    }

    /// <summary>Whether a field is compared with numbers.</summary>
    public static bool IsNumber(SearchField field, EntityFields entity) =>
        field.Kind == FieldKind.Metric || (field.Kind == FieldKind.Attribute && entity.Attribute(field.Key)?.Type == AttributeType.Number);

    private static double Number(FilterClause clause, SearchField field, AttributeField? attribute)
    {
        var text = clause.Operand;
        if (attribute?.TakesQuotedNumber == true && !clause.IsList)
        {
            text = FieldNames.Unquote(FieldNames.Unquote(text, '\''), '"');
        }
        else if (clause.Operands is not [{ Kind: FilterTokenKind.Number }])
        {
            text = null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number)
            ? number
            : throw FilterErrors.Invalid(attribute is null
                ? $"Expected numeric value type for metric. Found {clause.Operand}"
                : $"Expected numeric value type for numeric attribute: {field.Key}. Found {clause.Operand}");
    }

    private static string Text(FilterClause clause, SearchField field, EntityFields entity)
    {
        var text = clause.Operand;
        if (clause.IsList || clause.Operands is not [{ Kind: FilterTokenKind.Text or FilterTokenKind.Name } operand] || operand.Is("NULL"))
        {
            throw FilterErrors.Invalid(field.Kind switch
            {
                FieldKind.Attribute when entity.HasRunSyntax => $"Expected a quoted string value for attributes. Got value {text}",
                FieldKind.Attribute => $"Expected a quoted string value or a list of quoted string values for attributes. Got value {text}",
                FieldKind.Dataset => $"Expected a quoted string value for dataset attributes. Got value {text}",
                var kind => $"Expected a quoted string value for {kind.ToString().ToLowerInvariant()} (e.g. 'my-value'). Got value {text}",
            });
        }

        var inside = FieldNames.Unquote(text, text[0]);
        return text[0] is '\'' or '"' && inside.Length == text.Length - 2
            ? inside
            : throw FilterErrors.Invalid(
                $"Parameter value is either not quoted or unidentified quote types used for string value {text}. Use either single or double quotes.");
    }

    private static IReadOnlyList<string> List(FilterClause clause, AttributeField? attribute) => attribute?.TakesList != false
        ? TextList.Read(clause)
        : throw FilterErrors.Invalid("Only the 'run_id' attribute supports comparison with a list of quoted string values.");

    private static Comparison Comparator(string comparator, SearchField field, string[] allowed)
    {
        if (comparator is "IS NULL" or "IS NOT NULL" && field.Kind != FieldKind.Dataset)
        {
            return comparator == "IS NULL" ? Comparison.IsNull : Comparison.IsNotNull;
        }

        return !allowed.Contains(comparator) ? throw FilterErrors.InvalidComparator(comparator, allowed) : comparator switch
        {
            "=" => Comparison.Equal,
            "!=" => Comparison.NotEqual,
            ">" => Comparison.Greater,
            ">=" => Comparison.GreaterOrEqual,
            "<" => Comparison.Less,
            "<=" => Comparison.LessOrEqual,
            "LIKE" => Comparison.Like,
            "ILIKE" => Comparison.LikeIgnoringCase,
            "IN" => Comparison.In,
            _ => Comparison.NotIn,
        };
    }
}
