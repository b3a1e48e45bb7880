namespace Assay.Tracking;

/// <summary>What is logged to a run in one write: all of it or nothing.</summary>
public sealed record RunBatch
{
    /// <summary>At most 1,000 points.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>At most 100 settings.</summary>
    public IReadOnlyList<Param> Params { get; init; } = [];

    /// <summary>At most 100 notes.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Whether it came as lists though one thing may be in it: refusals then name the thing by its place in its list.</summary>
    public bool IsList { get; init; }
}
