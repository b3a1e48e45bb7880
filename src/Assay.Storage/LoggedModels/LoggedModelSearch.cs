using Assay.Filters;
using Assay.LoggedModels;
using Assay.Mlflow;
using Assay.Storage.Search;
using Assay.Storage.Sql;
using Assay.Storage.Tracking;

namespace Assay.Storage.LoggedModels;

/// <summary>Where the fields of logged models are, and which models a call is about.</summary>
internal static class LoggedModelSearch
{
    internal static SearchTable Table { get; } = new()
    {
        Fields = Entities.LoggedModels,
        From = "logged_models m",
        Key = "m.logged_model_key",
        Columns = new Dictionary<string, SearchColumn>
        {
            ["name"] = new("m.name"),
            ["model_id"] = new("m.model_id"),
            ["model_type"] = new("m.model_type", IsNullable: true),
            ["status"] = new("m.status") { Names = [.. Enum.GetValues<LoggedModelStatus>().Select(ShortName)], NamePrefix = MlflowNames.LoggedModelPrefix },
            ["source_run_id"] = new("m.source_run_id", IsNullable: true),
            ["creation_timestamp"] = new("m.creation_time"),
            ["last_updated_timestamp"] = new("m.last_update_time"),
        },
        Properties = new Dictionary<FieldKind, PropertyTable>
        {
            [FieldKind.Metric] = new("logged_model_metrics", "logged_model_key")
            {
                IsNumber = true,
                Latest = "f.timestamp DESC, f.step DESC, f.run_id, f.dataset_name, f.dataset_digest, f.is_nan, f.value",
            },
            [FieldKind.Parameter] = new("logged_model_params", "logged_model_key"),
            [FieldKind.Tag] = new("logged_model_tags", "logged_model_key"),
        },
    };

    public static SearchRequest Of(LoggedModelQuery query) =>
        SearchRequest.Of(Table, query, $"logged models {string.Join(',', query.ExperimentIds)}") with
        {
            Scope = (dialect, arguments) => Scope(query, dialect, arguments),
        };

    private static string ShortName(LoggedModelStatus status) => MlflowNames.Of(status)[MlflowNames.LoggedModelPrefix.Length..];

    private static string Scope(LoggedModelQuery query, SqlDialect dialect, SqlArguments arguments)
    {
        // A single experiment is compared as such, so that its models are found in order.
        var experiments = query.ExperimentIds is [var only]
            ? $"m.experiment_id = {arguments.Add(ExperimentTable.Key(only))}"
            : dialect.KeyIn("m.experiment_id", arguments.Add(dialect.Keys([.. query.ExperimentIds.Select(ExperimentTable.Key)])));
        return $"{experiments} AND m.stage = 0";
    }
}
