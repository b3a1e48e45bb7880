namespace Assay.Tracking;

/// <summary>A page of experiments.</summary>
public sealed record ExperimentQuery
{
    /// <summary>Which lifecycle stages.</summary>
    public ViewType View { get; init; } = ViewType.ActiveOnly;

    /// <summary>An expression of the filter language; null or empty for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Orderings such as <c>name ASC</c>; empty for the newest first.</summary>
    public IReadOnlyList<string> OrderBy { get; init; } = [];

    /// <summary>1 to 50,000.</summary>
    public int MaxResults { get; init; } = 1000;

    /// <summary>The token of the page before; null for the first.</summary>
    public string? PageToken { get; init; }
}
