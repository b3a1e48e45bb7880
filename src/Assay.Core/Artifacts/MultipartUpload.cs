namespace Assay.Artifacts;

/// <summary>An upload that was begun.</summary>
/// <param name="ArtifactUri">The URI under which the file will be.</param>
/// <param name="Path">The file's path under it.</param>
/// <param name="UploadId">The upload's id: not to be guessed, and all that it takes to write parts of it.</param>
public sealed record MultipartUpload(string ArtifactUri, string Path, string UploadId);
