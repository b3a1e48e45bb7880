namespace Assay.Tracking;

/// <summary>What changes about a run itself; null leaves a thing as it is.</summary>
/// <param name="Status">Where it stands now.</param>
/// <param name="EndTime">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="RunName">A new name.</param>
public sealed record RunUpdate(RunStatus? Status = null, long? EndTime = null, string? RunName = null);
