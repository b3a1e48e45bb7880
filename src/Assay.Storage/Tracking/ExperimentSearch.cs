using Assay.Filters;
using Assay.Storage.Search;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>Where the fields of experiments are, and which experiments a call is about.</summary>
internal static class ExperimentSearch
{
    internal static SearchTable Table { get; } = new()
    {
        Fields = Entities.Experiments,
        From = "experiments e",
        Key = "e.experiment_id",
        Columns = new Dictionary<string, SearchColumn>
        {
            ["name"] = new("e.name"),
            ["creation_time"] = new("e.creation_time"),
            ["last_update_time"] = new("e.last_update_time"),
            ["experiment_id"] = new("e.experiment_id"),
        },
        Properties = new Dictionary<FieldKind, PropertyTable> { [FieldKind.Tag] = new("experiment_tags", "experiment_id") },
    };

    public static SearchRequest Of(ExperimentQuery query) =>
        SearchRequest.Of(Table, query.Filter, query.OrderBy, $"experiments {query.View}", query.MaxResults, query.PageToken) with
        {
            Scope = (_, arguments) => $"e.workspace = {arguments.Add(ExperimentTable.Workspace)} AND {SearchRules.Stage(query.View, "e.stage")}",
        };
}
