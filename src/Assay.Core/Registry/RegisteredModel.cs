using Assay.Tracking;

namespace Assay.Registry;

/// <summary>A named model with its versions. A prompt is a registered model with the tag <c>mlflow.prompt.is_prompt</c>.</summary>
public sealed record RegisteredModel
{
    /// <summary>Unique among the registered models of a workspace.</summary>
    public required string Name { get; init; }

    /// <summary>The workspace whose name it carries; <c>default</c> for now.</summary>
    public string Workspace { get; init; } = "default";

    /// <summary>For people; null when none was given.</summary>
    public string? Description { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long CreationTime { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC; changes with its versions too.</summary>
    public long LastUpdateTime { get; init; }

    /// <summary>The latest version of each stage that has one.</summary>
    public IReadOnlyList<ModelVersion> LatestVersions { get; init; } = [];

    /// <summary>Notes, ordered by key.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Names for versions, ordered by alias.</summary>
    public IReadOnlyList<ModelAlias> Aliases { get; init; } = [];
}
