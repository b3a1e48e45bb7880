namespace Assay.LoggedModels;

/// <summary>A page of the logged models of some experiments.</summary>
public sealed record LoggedModelQuery
{
    /// <summary>The experiments to look in; empty for none.</summary>
    public required IReadOnlyList<string> ExperimentIds { get; init; }

    /// <summary>An expression of the filter language; null or empty for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Name and digest (null for any) of data sets: a filter's metrics are those measured on one of them; empty for any.</summary>
    public IReadOnlyList<(string Name, string? Digest)> Datasets { get; init; } = [];

    /// <summary>Orderings; empty for the newest first.</summary>
    public IReadOnlyList<LoggedModelOrder> OrderBy { get; init; } = [];

    /// <summary>1 to 1,000.</summary>
    public int MaxResults { get; init; } = 100;

    /// <summary>The token of the page before; null for the first.</summary>
    public string? PageToken { get; init; }
}
