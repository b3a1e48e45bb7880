namespace Assay;

/// <summary>A part of a longer list.</summary>
/// <param name="Items">What is on this page.</param>
/// <param name="NextPageToken">Asks for the page that follows; null on the last. Opaque: it means something to the store that gave it
/// only.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextPageToken);
