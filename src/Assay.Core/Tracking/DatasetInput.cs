namespace Assay.Tracking;

/// <summary>A data set that a run read, and in what role.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Tags">Its role: <c>mlflow.data.context</c> = <c>evaluation</c>.</param>
public sealed record DatasetInput(DatasetReference Dataset, IReadOnlyList<Tag> Tags);
