namespace Assay.Registry;

/// <summary>A page of registered models.</summary>
public sealed record RegisteredModelQuery
{
    /// <summary>An expression of the filter language; null or empty for all that are not prompts.</summary>
    public string? Filter { get; init; }

    /// <summary>Orderings by <c>name</c> or <c>last_updated_timestamp</c>; empty for the name.</summary>
    public IReadOnlyList<string> OrderBy { get; init; } = [];

    /// <summary>1 to 1,000.</summary>
    public int MaxResults { get; init; } = 100;

    /// <summary>The token of the page before; null for the first.</summary>
    public string? PageToken { get; init; }
}
