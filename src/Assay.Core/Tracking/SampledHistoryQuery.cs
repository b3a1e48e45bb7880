namespace Assay.Tracking;

/// <summary>Asks for points of one metric of several runs, evenly thinned: enough to draw, however long the histories are.</summary>
public sealed record SampledHistoryQuery
{
    /// <summary>At most 100 runs.</summary>
    public required IReadOnlyList<string> RunIds { get; init; }

    /// <summary>The metric.</summary>
    public required string Key { get; init; }

    /// <summary>The first step to look at; null for all. Given only together with <see cref="EndStep"/>.</summary>
    public long? StartStep { get; init; }

    /// <summary>The last step to look at; null for all.</summary>
    public long? EndStep { get; init; }

    /// <summary>About how many points a run shall have: 1 to 2,500. The first and the last step are always among them.</summary>
    public int MaxResults { get; init; } = 320;
}
