namespace Assay.Storage.Maintenance;

/// <summary>What a collection has deleted.</summary>
/// <param name="Deleted">Entities whose rows are gone.</param>
/// <param name="Rows">Rows deleted.</param>
/// <param name="ArtifactFolders">Artifact folders deleted.</param>
/// <param name="Left">Artifacts that could not be deleted, and why; those that may go later are tried again by the next collection.</param>
public sealed record GarbageSummary(GarbageCount Deleted, long Rows, long ArtifactFolders, IReadOnlyList<ArtifactsLeft> Left);

/// <summary>Artifacts that could not be deleted.</summary>
/// <param name="Uri">Where they are.</param>
/// <param name="Reason">Why not.</param>
public sealed record ArtifactsLeft(string Uri, string Reason);
