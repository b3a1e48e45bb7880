using Assay.Tracking;

namespace Assay.Registry;

/// <summary>A version to be created.</summary>
/// <param name="Name">The registered model.</param>
/// <param name="Source">The URI of what is registered.</param>
public sealed record NewModelVersion(string Name, string Source)
{
    /// <summary>The run that made it; null or empty for none.</summary>
    public string? RunId { get; init; }

    /// <summary>A link to a run of another server.</summary>
    public string? RunLink { get; init; }

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>The logged model that it is of.</summary>
    public string? ModelId { get; init; }

    /// <summary>Who makes it.</summary>
    public string? UserId { get; init; }

    /// <summary>Notes to begin with.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The number that it had elsewhere, for what is copied from another store; null for the next one.</summary>
    public int? Version { get; init; }

    /// <summary>Where its files are, for what is copied from another store; null to find out from <see cref="Source"/>.</summary>
    public string? StorageLocation { get; init; }

    /// <summary>When it was created elsewhere; null for now.</summary>
    public long? CreationTime { get; init; }
}
