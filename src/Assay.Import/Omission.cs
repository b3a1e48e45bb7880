namespace Assay.Import;

/// <summary>Something that was not copied.</summary>
/// <param name="What">What: a run, or a part of one.</param>
/// <param name="Reason">Why, and where the cause is.</param>
public sealed record Omission(string What, string Reason);
