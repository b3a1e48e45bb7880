namespace Assay.Tracking;

/// <summary>A page of the keys that runs of some experiments have, in the order of their letters: what a table could have columns of.</summary>
public sealed record RunKeyQuery
{
    /// <summary>The experiments; empty for none.</summary>
    public required IReadOnlyList<string> ExperimentIds { get; init; }

    /// <summary>Keys of what.</summary>
    public RunKeyKind Kind { get; init; }

    /// <summary>Only keys that hold this text, letters of either case; null for all.</summary>
    public string? Contains { get; init; }

    /// <summary>1 to 10,000.</summary>
    public int MaxResults { get; init; } = 200;

    /// <summary>The token of the page before; null for the first.</summary>
    public string? PageToken { get; init; }
}
