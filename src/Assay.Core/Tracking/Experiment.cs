namespace Assay.Tracking;

/// <summary>A named group of runs.</summary>
public sealed record Experiment
{
    /// <summary>The id, decimal digits; <c>0</c> is the experiment named <c>Default</c>.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>Unique among the experiments of a workspace, deleted ones included.</summary>
    public required string Name { get; init; }

    /// <summary>The workspace whose name it carries; <c>default</c> for now.</summary>
    public string Workspace { get; init; } = "default";

    /// <summary>Where its runs' artifacts are: <c>mlflow-artifacts:/ID</c>.</summary>
    public required string ArtifactLocation { get; init; }

    /// <summary>In use or deleted.</summary>
    public LifecycleStage LifecycleStage { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long CreationTime { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long LastUpdateTime { get; init; }

    /// <summary>Notes, ordered by key.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];
}
