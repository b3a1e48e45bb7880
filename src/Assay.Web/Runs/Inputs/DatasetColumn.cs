namespace Assay.Web.Runs.Inputs;

/// <summary>A column of a data set, or a tensor of one.</summary>
/// <param name="Name">Its name; null for a tensor without one.</param>
/// <param name="Type">What it holds, as MLflow calls it.</param>
/// <param name="IsRequired">Whether each row has a value; null when that was not said.</param>
public sealed record DatasetColumn(string? Name, string Type, bool? IsRequired);
