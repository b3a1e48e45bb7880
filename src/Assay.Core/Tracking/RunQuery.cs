namespace Assay.Tracking;

/// <summary>A page of the runs of some experiments.</summary>
public sealed record RunQuery
{
    /// <summary>The most that <see cref="ITrackingStore.CountRunsAsync"/> counts.</summary>
    public const long MostCounted = 100_000;

    /// <summary>The experiments to look in; empty for none.</summary>
    public required IReadOnlyList<string> ExperimentIds { get; init; }

    /// <summary>Looks in every experiment instead, which costs no more for thousands of them.</summary>
    public bool AllExperiments { get; init; }

    /// <summary>Which lifecycle stages.</summary>
    public ViewType View { get; init; } = ViewType.ActiveOnly;

    /// <summary>An expression of the filter language; null or empty for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Orderings such as <c>metrics.`toxicity/v1/mean` DESC</c>; empty for the newest first, then by id.</summary>
    public IReadOnlyList<string> OrderBy { get; init; } = [];

    /// <summary>What of each run comes; null for everything.</summary>
    public RunFields? Fields { get; init; }

    /// <summary>1 to 50,000.</summary>
    public int MaxResults { get; init; } = 1000;

    /// <summary>The token of the page before; null for the first.</summary>
    public string? PageToken { get; init; }
}
