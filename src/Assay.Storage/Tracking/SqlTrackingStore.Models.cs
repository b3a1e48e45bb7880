using Assay.Tracking;

namespace Assay.Storage.Tracking;

internal sealed partial class SqlTrackingStore
{
    public Task LogModelInputsAsync(string runId, IReadOnlyList<string> modelIds, CancellationToken cancellationToken = default) =>
        LogModelsAsync(runId, areOutputs: false, [.. modelIds.Select(id => new ModelOutput(id))], cancellationToken);

    public Task LogModelOutputsAsync(string runId, IReadOnlyList<ModelOutput> outputs, CancellationToken cancellationToken = default) =>
        LogModelsAsync(runId, areOutputs: true, outputs, cancellationToken);

    private Task<bool> LogModelsAsync(string runId, bool areOutputs, IReadOnlyList<ModelOutput> models, CancellationToken cancellationToken)
    {
        foreach (var model in models)
        {
            if (string.IsNullOrEmpty(model.ModelId))
            {
                throw EntityKey.Missing("model_id");
            }

            EntityKey.CheckLength("model_id", model.ModelId, LongestModelId);
        }

        return database.WriteAsync(
            async session =>
            {
                var run = await RunTable.GetActiveAsync(session, runId).ConfigureAwait(false);
                await RunModelTable.AddAsync(session, run.Key, areOutputs, models).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }
}
