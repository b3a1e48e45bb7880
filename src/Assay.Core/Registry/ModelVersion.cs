using Assay.Tracking;

namespace Assay.Registry;

/// <summary>A version of a registered model.</summary>
public sealed record ModelVersion
{
    /// <summary>The registered model.</summary>
    public required string Name { get; init; }

    /// <summary>1, 2, 3 … within the model; a deleted number is not given again.</summary>
    public required int Version { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long CreationTime { get; init; }

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long LastUpdateTime { get; init; }

    /// <summary>Who made it; null when not known.</summary>
    public string? UserId { get; init; }

    /// <summary>Where it stands.</summary>
    public ModelStage Stage { get; init; }

    /// <summary>For people; null when none was given.</summary>
    public string? Description { get; init; }

    /// <summary>The URI of what was registered: <c>models:/m-…</c>, <c>runs:/…</c>, <c>mlflow-artifacts:/…</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The URI at which its files are, with <see cref="Source"/> resolved.</summary>
    public string StorageLocation { get; init; } = "";

    /// <summary>The run that made it; empty for none.</summary>
    public string RunId { get; init; } = "";

    /// <summary>A link to a run of another server; empty for none.</summary>
    public string RunLink { get; init; } = "";

    /// <summary>The logged model that it is of; null for none.</summary>
    public string? ModelId { get; init; }

    /// <summary>Notes, ordered by key.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Its other names, ordered.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
