using Assay.Filters;
using Assay.Mlflow;
using Assay.Storage.Search;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>Where the fields of runs are, and which runs a call is about.</summary>
internal static class RunSearch
{
    private const int FewExperiments = 32;
    private const string InputsOfRun = "run_inputs i JOIN datasets d ON d.dataset_key = i.dataset_key";

    internal static SearchTable Table { get; } = new()
    {
        Fields = Entities.Runs,
        From = "runs r",
        Key = "r.run_key",
        Columns = new Dictionary<string, SearchColumn>
        {
            ["artifact_uri"] = new("r.artifact_uri"),
            ["end_time"] = new("r.end_time", IsNullable: true),
            ["run_id"] = new("r.run_id"),
            ["run_name"] = new("r.run_name"),
            ["start_time"] = new("r.start_time"),
            ["status"] = new("r.status") { Names = [.. Enum.GetValues<RunStatus>().Select(MlflowNames.Of)] },
            ["user_id"] = new("r.user_id"),
            ["experiment_id"] = new("CAST(r.experiment_id AS TEXT)"),
            ["lifecycle_stage"] = new("r.stage") { Names = [.. Enum.GetValues<LifecycleStage>().Select(MlflowNames.Of)] },
        },
        Properties = new Dictionary<FieldKind, PropertyTable>
        {
            [FieldKind.Metric] = new("metric_series", "run_key") { IsNumber = true, Index = "metric_series_by_key" },
            [FieldKind.Parameter] = new("params", "run_key"),
            [FieldKind.Tag] = new("run_tags", "run_key") { FoundByValue = "mlflow.parentRunId" },
        },
        Datasets = new Dictionary<string, DatasetColumn>
        {
            ["name"] = new(InputsOfRun, "i.run_key = r.run_key", "d.name"),
            ["digest"] = new(InputsOfRun, "i.run_key = r.run_key", "d.digest"),
            ["context"] = new(
                "run_inputs i JOIN run_input_tags t ON t.input_key = i.input_key", "i.run_key = r.run_key AND t.key = 'mlflow.data.context'", "t.value"),
        },
    };

    public static SearchRequest Of(RunQuery query) =>
        SearchRequest.Of(
            Table, query.Filter, query.OrderBy, $"runs {query.View} {(query.AllExperiments ? "*" : string.Join(',', query.ExperimentIds))}", query.MaxResults,
            query.PageToken) with
        {
            Scope = (dialect, arguments) => Scope(query, dialect, arguments),

            // Of many experiments, all runs are read from the newest on until the page is full, rather than those of each, to be sorted.
            Index = query.OrderBy.Count == 0 && (query.AllExperiments || query.ExperimentIds.Count > FewExperiments) ? "runs_newest" : null,
        };

    private static string Scope(RunQuery query, SqlDialect dialect, SqlArguments arguments)
    {
        var stage = SearchRules.Stage(query.View, "r.stage");
        if (query.AllExperiments)
        {
            return stage;
        }

        // A single experiment is compared as such, so that its runs are found in order.
        var experiments = query.ExperimentIds is [var only]
            ? $"r.experiment_id = {arguments.Add(ExperimentTable.Key(only))}"
            : dialect.KeyIn("r.experiment_id", arguments.Add(dialect.Keys([.. query.ExperimentIds.Select(ExperimentTable.Key)])));
        return $"{experiments} AND {stage}";
    }
}
