namespace Assay.Tracking;

/// <summary>A note on an entity, written again at will.</summary>
/// <param name="Key">At most 250 characters.</param>
/// <param name="Value">At most 8,000 characters.</param>
public sealed record Tag(string Key, string Value);
