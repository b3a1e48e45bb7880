namespace Assay.Web.Runs;

/// <summary>Which rows an excerpt holds.</summary>
public enum RowExcerptChoice
{
    /// <summary>The first of the data set.</summary>
    First,

    /// <summary>Those with the worst scores.</summary>
    Worst,

    /// <summary>The first of those that have no answer.</summary>
    Failed,
}
