namespace Assay.Web.Hosting;

/// <summary>What the host that the pages are in does besides.</summary>
/// <param name="TakesRuns">Whether programs can log to the pages' own address; else to where the store is.</param>
public sealed record SiteOptions(bool TakesRuns = true);
