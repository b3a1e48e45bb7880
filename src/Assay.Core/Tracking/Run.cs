namespace Assay.Tracking;

/// <summary>One execution of something that is tracked, with what was logged about it.</summary>
public sealed record Run
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string RunId { get; init; }

    /// <summary>The experiment it belongs to.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>For people; need not be unique.</summary>
    public required string RunName { get; init; }

    /// <summary>Who started it.</summary>
    public string UserId { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public RunStatus Status { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long StartTime { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC; null while it goes on.</summary>
    public long? EndTime { get; init; }

    /// <summary>In use or deleted.</summary>
    public LifecycleStage LifecycleStage { get; init; }

    /// <summary>Where its artifacts are: <c>mlflow-artifacts:/EXPERIMENT/RUN/artifacts</c>.</summary>
    public required string ArtifactUri { get; init; }

    /// <summary>The latest value of each metric, ordered by key.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>Settings, ordered by key.</summary>
    public IReadOnlyList<Param> Params { get; init; } = [];

    /// <summary>Notes, ordered by key.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The data sets it read.</summary>
    public IReadOnlyList<DatasetInput> Inputs { get; init; } = [];

    /// <summary>The ids of the logged models that it read.</summary>
    public IReadOnlyList<string> ModelInputs { get; init; } = [];

    /// <summary>The logged models that it made.</summary>
    public IReadOnlyList<ModelOutput> ModelOutputs { get; init; } = [];
}
