namespace Assay.Storage.Maintenance;

/// <summary>How far a collection is.</summary>
/// <param name="Marked">What is being deleted, as far as it is known.</param>
/// <param name="Done">Experiments, runs and logged models whose rows are gone.</param>
/// <param name="Rows">Rows deleted so far.</param>
/// <param name="ArtifactFolders">Artifact folders deleted so far.</param>
public sealed record GarbageProgress(GarbageCount Marked, long Done, long Rows, long ArtifactFolders);
