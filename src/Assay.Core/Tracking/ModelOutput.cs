namespace Assay.Tracking;

/// <summary>A logged model that a run made.</summary>
/// <param name="ModelId">The logged model.</param>
/// <param name="Step">The step at which it was made.</param>
public sealed record ModelOutput(string ModelId, long Step = 0);
