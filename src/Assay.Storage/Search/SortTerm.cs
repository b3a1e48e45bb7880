using Assay.Storage.Sql;

namespace Assay.Storage.Search;

/// <summary>What the values of a sort term are.</summary>
internal enum SortType
{
    /// <summary>0 for a value, 1 for NaN, 2 for none: what the next term is worth.</summary>
    Rank,
    Whole,
    Real,
    Text,
}

/// <summary>An expression that a search is sorted by. A field that may be missing has two: its rank, then its value.</summary>
internal sealed record SortTerm(string Sql, SortType Type, bool IsAscending = true, bool IsNullable = false)
{
    public const int HasValue = 0;

    /// <summary>The value in a row, as it goes into a page token; empty when there is none.</summary>
    public object Read(SqlRow row, int column) => row.IsNull(column) ? "" : Type switch
    {
        SortType.Rank or SortType.Whole => row.Long(column),
        SortType.Real => row.Double(column),
        _ => row.Text(column),
    };

    /// <summary>The value in a page token, as a parameter.</summary>
    public object Read(PageToken token, int index) => Type switch
    {
        SortType.Rank or SortType.Whole => token.Long(index),
        SortType.Real => token.Double(index),
        _ => token.Text(index),
    };
}
