namespace Assay.Filters;

/// <summary>What is wrong with a filter.</summary>
/// <param name="Message">The refusal, in the words of the store.</param>
/// <param name="Place">Where the first mistake is; null when it is nowhere in particular.</param>
/// <param name="Kind">What kind of mistake stands there.</param>
internal sealed record FilterMistake(string Message, FilterPlace? Place, FilterMistakeKind Kind)
{
    /// <summary>Looks a filter over as a search would; null when nothing is wrong with it.</summary>
    public static FilterMistake? Find(string filter, EntityFields entity)
    {
        (FilterPlace? place, var kind) = (null, FilterMistakeKind.Other);
        try
        {
            foreach (var clause in FilterParser.Parse(filter, entity, wrong => (place, kind) = (wrong, FilterMistakeKind.Comparison)))
            {
                (place, kind) = Suspect(filter, clause, entity);
                ConditionReader.Read(clause, entity);
            }

            (place, kind) = (null, FilterMistakeKind.Other);
            SearchFilter.Parse(filter, entity);
            return null;
        }
        catch (AssayException refusal)
        {
            return new FilterMistake(refusal.Message, place, kind);
        }
    }

    /// <summary>What is wrong with a comparison, if anything is: its field, else what the field is compared with.</summary>
    private static (FilterPlace Place, FilterMistakeKind Kind) Suspect(string filter, FilterClause clause, EntityFields entity)
    {
        var behindField = clause.Start + clause.Field.Length;
        try
        {
            var field = FieldNames.Read(clause.Field, entity, attribute => attribute.IsSearchable);
            return (
                new FilterPlace(clause.End - filter[behindField..clause.End].TrimStart().Length, clause.End),
                ConditionReader.IsNumber(field, entity) ? FilterMistakeKind.Number : FilterMistakeKind.Text);
        }
        catch (AssayException)
        {
            return (new FilterPlace(clause.Start, behindField), FilterMistakeKind.Field);
        }
    }
}
