namespace Assay.Storage.Maintenance;

/// <summary>What of the bin is to be deleted for good; everything when nothing is said.</summary>
public sealed record GarbageSelection
{
    /// <summary>Only what has been in the bin for at least so long.</summary>
    public TimeSpan OlderThan { get; init; } = TimeSpan.Zero;

    /// <summary>Only these experiments, with all their runs and logged models; empty for any. Each must be in the bin.</summary>
    public IReadOnlyList<string> ExperimentIds { get; init; } = [];

    /// <summary>Only these runs; empty for any. Each must be in the bin.</summary>
    public IReadOnlyList<string> RunIds { get; init; } = [];

    /// <summary>Whether experiments or runs are named, so that nothing else is meant.</summary>
    internal bool IsNamed => ExperimentIds.Count + RunIds.Count > 0;
}
