using Assay.Tracking;

namespace Assay.LoggedModels;

/// <summary>A model that was logged to an experiment: its files, parameters and what was measured on it.</summary>
public sealed record LoggedModel
{
    /// <summary><c>m-</c> and 32 hexadecimal digits.</summary>
    public required string ModelId { get; init; }

    /// <summary>The experiment it belongs to.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>For people; need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>Where its files are: <c>mlflow-artifacts:/EXPERIMENT/models/MODEL/artifacts</c>.</summary>
    public required string ArtifactUri { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long CreationTime { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long LastUpdateTime { get; init; }

    /// <summary>Whether its files are there.</summary>
    public LoggedModelStatus Status { get; init; }

    /// <summary>Why it is in that status; null when nothing was said.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>What kind of model: <c>Agent</c>, <c>Classifier</c> …; null when not said.</summary>
    public string? ModelType { get; init; }

    /// <summary>The run that logged it; null for none.</summary>
    public string? SourceRunId { get; init; }

    /// <summary>Settings, ordered by key.</summary>
    public IReadOnlyList<Param> Params { get; init; } = [];

    /// <summary>Notes, ordered by key.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>What runs measured on it.</summary>
    public IReadOnlyList<RunMetric> Metrics { get; init; } = [];
}
