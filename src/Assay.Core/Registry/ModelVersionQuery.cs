namespace Assay.Registry;

/// <summary>A page of versions of models.</summary>
public sealed record ModelVersionQuery
{
    /// <summary>An expression of the filter language; null or empty for all that are not prompts.</summary>
    public string? Filter { get; init; }

    /// <summary>Orderings by an attribute; empty for the last updated first, then name, then the highest version.</summary>
    public IReadOnlyList<string> OrderBy { get; init; } = [];

    /// <summary>1 to 200,000.</summary>
    public int MaxResults { get; init; } = 10_000;

    /// <summary>The token of the page before; null for the first.</summary>
    public string? PageToken { get; init; }
}
