using Assay.Tracking;
using Assay.Web.Components;

namespace Assay.Web.Experiments;

/// <summary>A run in a table.</summary>
/// <param name="Run">The run, with what the columns show.</param>
public sealed record RunRow(Run Run)
{
    /// <summary>Its evaluation; null when it has none.</summary>
    public RunEvaluation? Evaluation { get; init; }

    /// <summary>Whether it stands below its parent.</summary>
    public bool IsChild { get; init; }

    /// <summary>How many children it has.</summary>
    public ChildCount Children { get; init; } = ChildCount.None;

    /// <summary>The id of its parent; null for none.</summary>
    public string? ParentId => Tag(KnownTags.Parent);

    /// <summary>The latest value of a metric; null for none.</summary>
    public double? Metric(string key) => Run.Metrics.FirstOrDefault(metric => metric.Key == key)?.Value;

    /// <summary>The value of a parameter; null for none.</summary>
    public string? Param(string key) => Run.Params.FirstOrDefault(param => param.Key == key)?.Value;

    /// <summary>The value of a tag; null for none.</summary>
    public string? Tag(string key) => Run.Tags.FirstOrDefault(tag => tag.Key == key)?.Value;

    /// <summary>What stands in a column of texts; null for nothing.</summary>
    public string? Text(RunColumn column) => column switch
    {
        { Kind: ColumnKind.Param } => Param(column.Key),
        { Kind: ColumnKind.Tag } => Tag(column.Key),
        { Kind: ColumnKind.Metric } => null,
        { Key: "name" } => Run.RunName,
        { Key: "user" } => Run.UserId,
        { Key: "source" } => Tag(KnownTags.Source),
        { Key: "run_id" } => Run.RunId,
        _ => null,
    };
}
