namespace Assay.Artifacts;

/// <summary>A file or a folder among a run's artifacts.</summary>
/// <param name="Path">Relative to the run's root, with forward slashes.</param>
/// <param name="IsDirectory">Whether it is a folder.</param>
/// <param name="Size">Bytes; null for a folder.</param>
public sealed record ArtifactInfo(string Path, bool IsDirectory, long? Size);
