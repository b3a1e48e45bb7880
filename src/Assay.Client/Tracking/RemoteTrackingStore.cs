using Assay.Client.Http;
using Assay.Mlflow;
using Assay.Tracking;

namespace Assay.Client.Tracking;

/// <summary>Experiments over MLflow's protocol; runs, and what is logged to them, are in the other parts.</summary>
internal sealed partial class RemoteTrackingStore(ServiceClient client, ServerKind kind) : ITrackingStore
{
    private static readonly MlflowJson Json = MlflowJson.Default;

    public async Task<Experiment> CreateExperimentAsync(NewExperiment experiment, CancellationToken cancellationToken = default)
    {
        var request = new CreateExperimentRequest
        {
            Name = experiment.Name,
            ArtifactLocation = experiment.ArtifactLocation,
            Tags = (experiment.Tags ?? []).ToMessages(RunMapping.ToMessage),
            CreationTime = experiment.CreationTime,
        };

        // Names are unique, so an experiment of that name is what the lost call made.
        var once = new Recovery<ExperimentIdMessage>(Look: async (again, cancel) =>
            await FindAsync(again, experiment.Name, cancel).ConfigureAwait(false) is { } made ? new() { ExperimentId = made.ExperimentId } : null);
        var created = await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("experiments/create"), request, Json.CreateExperimentRequest, Json.ExperimentIdMessage, cancellationToken, once)
                .ConfigureAwait(false);
        return await GetExperimentAsync(created.ExperimentId ?? "", cancellationToken).ConfigureAwait(false);
    }

    public async Task<Experiment> GetExperimentAsync(string experimentId, CancellationToken cancellationToken = default)
    {
        var path = new UrlQuery(MlflowPaths.Of("experiments/get")).Add("experiment_id", experimentId).ToString();
        return Whole(await client.GetAsync(path, Json.ExperimentResponse, cancellationToken).ConfigureAwait(false));
    }

    public Task<Experiment?> FindExperimentAsync(string name, CancellationToken cancellationToken = default) =>
        FindAsync(client, name, cancellationToken);

    public async Task<Page<Experiment>> SearchExperimentsAsync(ExperimentQuery query, CancellationToken cancellationToken = default)
    {
        var request = new SearchExperimentsRequest
        {
            ViewType = MlflowNames.Of(query.View),
            Filter = query.Filter,
            OrderBy = Listed(query.OrderBy),
            MaxResults = query.MaxResults,
            PageToken = query.PageToken,
        };
        var found = await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("experiments/search"), request, Json.SearchExperimentsRequest, Json.SearchExperimentsResponse, cancellationToken)
                .ConfigureAwait(false);
        return new(found.Experiments.ToEntities(ExperimentMapping.ToExperiment), Token(found.NextPageToken));
    }

    public Task RenameExperimentAsync(string experimentId, string name, CancellationToken cancellationToken = default) => SendAsync(
        "experiments/update", new UpdateExperimentRequest { ExperimentId = experimentId, NewName = name }, Json.UpdateExperimentRequest, cancellationToken);

    public Task SetExperimentStageAsync(string experimentId, LifecycleStage stage, CancellationToken cancellationToken = default) => SendAsync(
        stage == LifecycleStage.Active ? "experiments/restore" : "experiments/delete",
        new ExperimentIdMessage { ExperimentId = experimentId }, Json.ExperimentIdMessage, cancellationToken, Settled.WhenGone);

    public Task SetExperimentTagAsync(string experimentId, Tag tag, CancellationToken cancellationToken = default) => SendAsync(
        "experiments/set-experiment-tag",
        new ExperimentTagRequest { ExperimentId = experimentId, Key = tag.Key, Value = tag.Value }, Json.ExperimentTagRequest, cancellationToken);

    public Task DeleteExperimentTagAsync(string experimentId, string key, CancellationToken cancellationToken = default) => SendAsync(
        "experiments/delete-experiment-tag",
        new ExperimentTagRequest { ExperimentId = experimentId, Key = key }, Json.ExperimentTagRequest, cancellationToken, Settled.WhenGone);

    public async Task<IReadOnlyList<DatasetSummary>> SearchDatasetsAsync(
        IReadOnlyList<string> experimentIds, CancellationToken cancellationToken = default)
    {
        var found = await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("experiments/search-datasets"), new SearchDatasetsRequest { ExperimentIds = [.. experimentIds] },
            Json.SearchDatasetsRequest, Json.SearchDatasetsResponse, cancellationToken).ConfigureAwait(false);
        return found.DatasetSummaries.ToEntities(
            summary => new DatasetSummary(summary.ExperimentId ?? "", summary.Name ?? "", summary.Digest ?? "", summary.Context));
    }

    private static async Task<Experiment?> FindAsync(ServiceClient client, string name, CancellationToken cancellationToken)
    {
        try
        {
            var path = new UrlQuery(MlflowPaths.Of("experiments/get-by-name")).Add("experiment_name", name).ToString();
            return Whole(await client.GetAsync(path, Json.ExperimentResponse, cancellationToken).ConfigureAwait(false));
        }
        catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
        {
            return null;
        }
    }

    private static Experiment Whole(ExperimentResponse response) => (response.Experiment ?? new()).ToExperiment();
}
