namespace Assay.Filters;

/// <summary>What is wrong at a place of a filter.</summary>
internal enum FilterMistakeKind
{
    /// <summary>Nothing in particular: the filter is too long, or the store refuses it.</summary>
    Other,

    /// <summary>No comparison at all, or not joined to the others by AND.</summary>
    Comparison,

    /// <summary>No field that there is.</summary>
    Field,

    /// <summary>Not what a field of numbers is compared with, or how.</summary>
    Number,

    /// <summary>Not what a field of texts is compared with, or how.</summary>
    Text,
}
