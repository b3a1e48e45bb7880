namespace Assay.Filters;

/// <summary>Sorting by a field. Missing values come last in either direction, NaN before them.</summary>
internal sealed record Ordering(SearchField Field, bool IsAscending = true)
{
    /// <summary>For a metric of a logged model: only what was measured on the data set of that name; null for any.</summary>
    public string? DatasetName { get; init; }

    /// <summary>And of that digest; null for any.</summary>
    public string? DatasetDigest { get; init; }

    public static Ordering Of(string attribute, bool isAscending = true) => new(new(FieldKind.Attribute, attribute), isAscending);
}
