namespace Assay.Artifacts;

/// <summary>A part of a file that was written.</summary>
/// <param name="Number">Its place among the parts, from 1.</param>
/// <param name="ETag">The mark that the store gave it, without quotes.</param>
public sealed record UploadedPart(int Number, string ETag);
