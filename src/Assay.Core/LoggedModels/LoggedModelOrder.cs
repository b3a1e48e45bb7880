namespace Assay.LoggedModels;

/// <summary>An ordering of logged models.</summary>
/// <param name="Field">An attribute (<c>creation_timestamp</c>), or <c>metrics.KEY</c>.</param>
/// <param name="Ascending">Whether the smallest comes first.</param>
/// <param name="DatasetName">For a metric: only what was measured on the data set of that name.</param>
/// <param name="DatasetDigest">For a metric: only what was measured on the data set of that digest.</param>
public sealed record LoggedModelOrder(string Field, bool Ascending = true, string? DatasetName = null, string? DatasetDigest = null);
