using Assay.Filters;
using Assay.Registry;
using Assay.Storage.Search;
using Assay.Storage.Tracking;

namespace Assay.Storage.Registry;

/// <summary>Where the fields of registered models and of their versions are.</summary>
internal static class RegistrySearch
{
    internal static SearchTable Models { get; } = new()
    {
        Fields = Entities.RegisteredModels,
        From = "registered_models m",
        Key = "m.model_key",
        Columns = new Dictionary<string, SearchColumn>
        {
            ["name"] = new("m.name"),
            ["creation_timestamp"] = new("m.creation_time"),
            ["last_updated_timestamp"] = new("m.last_update_time"),
        },
        Properties = new Dictionary<FieldKind, PropertyTable> { [FieldKind.Tag] = new("registered_model_tags", "model_key") },
    };

    internal static SearchTable Versions { get; } = new()
    {
        Fields = Entities.ModelVersions,
        From = ModelVersionTable.From,
        Key = "v.version_key",
        Columns = new Dictionary<string, SearchColumn>
        {
            ["name"] = new("m.name"),
            ["version_number"] = new("v.version"),
            ["run_id"] = new("v.run_id"),
            ["source_path"] = new("v.source"),
            ["creation_timestamp"] = new("v.creation_time"),
            ["last_updated_timestamp"] = new("v.last_update_time"),
        },
        Properties = new Dictionary<FieldKind, PropertyTable> { [FieldKind.Tag] = new("model_version_tags", "version_key") },
    };

    public static SearchRequest Of(RegisteredModelQuery query) =>
        InWorkspace(SearchRequest.Of(Models, query.Filter, query.OrderBy, "registered models", query.MaxResults, query.PageToken));

    public static SearchRequest Of(ModelVersionQuery query) =>
        InWorkspace(SearchRequest.Of(Versions, query.Filter, query.OrderBy, "model versions", query.MaxResults, query.PageToken));

    private static SearchRequest InWorkspace(SearchRequest request) =>
        request with { Scope = (_, arguments) => $"m.workspace = {arguments.Add(ExperimentTable.Workspace)}" };
}
