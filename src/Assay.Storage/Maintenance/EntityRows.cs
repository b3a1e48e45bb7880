using Assay.Storage.Sql;
using static Assay.Storage.Maintenance.KeyColumn;

namespace Assay.Storage.Maintenance;

/// <summary>An entity's row with all that belongs to it. A table that refers to runs, logged models or experiments is to be added here.</summary>
internal sealed class EntityRows(string table, string key, params IOwnedRows[] owned)
{
    private readonly string _delete = $"DELETE FROM {table} WHERE {key} = $1";

    private static readonly EntityRows Run = new(
        "runs", "run_key",
        new NestedRows(
            "metric_series", "series_key", "run_key",
            new FlatRows("metric_points", "series_key", Whole("timestamp"), Whole("step"), Whole("is_nan"), Real("value")),
            new FlatRows("metric_pages", "series_key", Whole("timestamp"), Whole("step"))),
        new NestedRows(
            "eval_scorers", "scorer_key", "run_key",
            new FlatRows("eval_scores", "scorer_key", Whole("row_key")),
            new FlatRows("eval_reasons", "scorer_key", Whole("row_key"))),
        new FlatRows("eval_ids", "run_key", Whole("id_hash"), Whole("row_key")),
        new FlatRows("eval_ids_new", "run_key", Whole("id_hash"), Whole("row_key")),
        new FlatRows("eval_rows", "run_key", Whole("row_index"), Whole("row_key")),
        new NestedRows("run_inputs", "input_key", "run_key", new FlatRows("run_input_tags", "input_key", Text("key"))),
        new FlatRows("run_models", "run_key", Whole("is_output"), Text("model_id"), Whole("step")),
        new FlatRows("params", "run_key", Text("key")),
        new FlatRows("run_tags", "run_key", Text("key")));

    private static readonly EntityRows LoggedModel = new(
        "logged_models", "logged_model_key",
        new FlatRows(
            "logged_model_metrics", "logged_model_key", Text("key"), Whole("timestamp"), Whole("step"), Text("run_id"), Text("dataset_name"),
            Text("dataset_digest"), Whole("is_nan"), Real("value")),
        new FlatRows("logged_model_params", "logged_model_key", Text("key")),
        new FlatRows("logged_model_tags", "logged_model_key", Text("key")));

    /// <summary>Its runs and logged models are entities of their own, and go before it.</summary>
    private static readonly EntityRows Experiment = new(
        "experiments", "experiment_id",
        new FlatRows("datasets", "experiment_id", Text("name"), Text("digest")),
        new FlatRows("run_keys", "experiment_id", Whole("kind"), Text("key")),
        new FlatRows("experiment_tags", "experiment_id", Text("key")));

    public static EntityRows Of(GarbageKind kind) => kind switch
    {
        GarbageKind.Run => Run,
        GarbageKind.LoggedModel => LoggedModel,
        _ => Experiment,
    };

    /// <summary>Deletes at most about so many rows; the entity's own goes last.</summary>
    public async Task<(int Deleted, bool AllGone)> DeleteAsync(SqlSession session, long entity, int most)
    {
        var deleted = 0;
        foreach (var rows in owned)
        {
            var (gone, all) = await rows.DeleteAsync(session, entity, most - deleted).ConfigureAwait(false);
            deleted += gone;
            if (!all || deleted >= most)
            {
                return (deleted, false);
            }
        }

        return (deleted + await session.ExecuteAsync(_delete, entity).ConfigureAwait(false), true);
    }
}
