namespace Assay.Tracking;

/// <summary>What identifies a data set: its name and the digest of its content.</summary>
/// <param name="Name">For people.</param>
/// <param name="Digest">At most 36 characters; the same content has the same digest.</param>
/// <param name="SourceType">Where it came from: <c>local</c>, <c>http</c>, <c>code</c> …</param>
/// <param name="Source">The source, as JSON text.</param>
/// <param name="Schema">Its columns, as JSON text; null when not known.</param>
/// <param name="Profile">Its size, as JSON text: <c>{"num_rows": 2}</c>; null when not known.</param>
public sealed record DatasetReference(
    string Name, string Digest, string SourceType, string Source, string? Schema = null, string? Profile = null);
