namespace Assay.Tracking;

/// <summary>An experiment to be created.</summary>
/// <param name="Name">Not empty, at most 500 characters, not in use.</param>
/// <param name="ArtifactLocation">Where its artifacts shall be; null for the store's own place.</param>
/// <param name="Tags">Notes to begin with.</param>
public sealed record NewExperiment(string Name, string? ArtifactLocation = null, IReadOnlyList<Tag>? Tags = null)
{
    /// <summary>When it was created elsewhere, for what is copied from another store; null for now.</summary>
    public long? CreationTime { get; init; }
}
