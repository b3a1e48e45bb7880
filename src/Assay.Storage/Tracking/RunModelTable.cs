using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>The SQL of the logged models that runs read and made. A flag on the run says whether there are any.</summary>
internal static class RunModelTable
{
    /// <summary>Records models; the same one at the same step twice is once.</summary>
    public static async Task AddAsync(SqlSession session, long run, bool areOutputs, IReadOnlyList<ModelOutput> models)
    {
        foreach (var model in models)
        {
            await session.PostAsync(
                "INSERT INTO run_models (run_key, is_output, model_id, step) VALUES ($1, $2, $3, $4) "
                + "ON CONFLICT (run_key, is_output, model_id, step) DO NOTHING",
                run, areOutputs ? 1 : 0, model.ModelId, model.Step).ConfigureAwait(false);
        }

        if (models.Count > 0)
        {
            await session.ExecuteAsync("UPDATE runs SET has_models = 1 WHERE run_key = $1 AND has_models = 0", run).ConfigureAwait(false);
        }
    }

    /// <summary>Adds their models to those runs that have any; costs nothing when none has.</summary>
    public static async Task<IReadOnlyList<Run>> FillAsync(
        SqlSession session, IReadOnlyList<KeyedRun> keyed, IReadOnlyList<Run> runs, CancellationToken cancellationToken)
    {
        var having = keyed.Where(run => run.HasModels).Select(run => run.Key).ToList();
        if (having.Count == 0)
        {
            return runs;
        }

        var entries = new ByOwner<ModelEntry>(await session.ListAsync(
            $"SELECT run_key, is_output, model_id, step FROM run_models WHERE {session.Dialect.KeyIn("run_key", "$1")} ORDER BY run_key, entry_key",
            row => new Owned<ModelEntry>(row.Long(0), new ModelEntry(row.Flag(1), new ModelOutput(row.Text(2), row.Long(3)))),
            cancellationToken, session.Dialect.Keys(having)).ConfigureAwait(false));
        return [.. runs.Zip(keyed, (run, key) => !key.HasModels ? run : run with
        {
            ModelInputs = [.. entries[key.Key].Where(entry => !entry.IsOutput).Select(entry => entry.Model.ModelId)],
            ModelOutputs = [.. entries[key.Key].Where(entry => entry.IsOutput).Select(entry => entry.Model)],
        })];
    }

    private sealed record ModelEntry(bool IsOutput, ModelOutput Model);
}
