namespace Assay.Web.Settings;

/// <summary>How much a store holds.</summary>
/// <param name="Experiments">Experiments in use.</param>
/// <param name="IsMore">Whether there are more than were counted.</param>
/// <param name="Runs">Their runs; null when they cannot be counted cheaply.</param>
public sealed record StoreCounts(long Experiments, bool IsMore, long? Runs);
