namespace Assay;

/// <summary>How far the reading of a data set from a service is.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Pages">Pages of rows that are there, whether fetched now or before.</param>
/// <param name="TotalPages">Pages that the reading needs.</param>
public readonly record struct FetchProgress(string Dataset, long Pages, long TotalPages);
