namespace Assay.Tracking;

/// <summary>A data set that runs of an experiment read, and in what role.</summary>
/// <param name="ExperimentId">The experiment.</param>
/// <param name="Name">The data set's name.</param>
/// <param name="Digest">The digest of its content.</param>
/// <param name="Context">Its role (the tag <c>mlflow.data.context</c>); null for none.</param>
public sealed record DatasetSummary(string ExperimentId, string Name, string Digest, string? Context);
