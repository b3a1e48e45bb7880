using Assay.Tracking;

namespace Assay.Registry;

/// <summary>A registered model to be created.</summary>
/// <param name="Name">Not empty, not in use, without <c>/</c> and <c>:</c>.</param>
/// <param name="Description">For people.</param>
/// <param name="Tags">Notes to begin with.</param>
public sealed record NewRegisteredModel(string Name, string? Description = null, IReadOnlyList<Tag>? Tags = null)
{
    /// <summary>When it was created elsewhere, for what is copied from another store; null for now.</summary>
    public long? CreationTime { get; init; }
}
