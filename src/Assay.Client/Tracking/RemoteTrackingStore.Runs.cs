using Assay.Client.Http;
using Assay.Mlflow;
using Assay.Tracking;

namespace Assay.Client.Tracking;

internal sealed partial class RemoteTrackingStore
{
    public async Task<Run> CreateRunAsync(NewRun run, CancellationToken cancellationToken = default)
    {
        var creation = new RunCreation(run, kind);
        var created = await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("runs/create"), creation.Request, Json.CreateRunRequest, Json.RunResponse, cancellationToken,
            new Recovery<RunResponse>(creation.LookAsync)).ConfigureAwait(false);
        return Whole(created);
    }

    public async Task<Run> GetRunAsync(string runId, CancellationToken cancellationToken = default)
    {
        var path = new UrlQuery(MlflowPaths.Of("runs/get")).Add("run_id", runId).ToString();
        return Whole(await client.GetAsync(path, Json.RunResponse, cancellationToken).ConfigureAwait(false));
    }

    public async Task<Page<Run>> SearchRunsAsync(RunQuery query, CancellationToken cancellationToken = default)
    {
        var request = new SearchRunsRequest
        {
            ExperimentIds = query.AllExperiments ? await AllExperimentsAsync(query.View, cancellationToken).ConfigureAwait(false) : [.. query.ExperimentIds],
            RunViewType = MlflowNames.Of(query.View),
            Filter = query.Filter,
            OrderBy = Listed(query.OrderBy),
            MaxResults = query.MaxResults,
            PageToken = query.PageToken,
        };
        var found = await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("runs/search"), request, Json.SearchRunsRequest, Json.SearchRunsResponse, cancellationToken)
                .ConfigureAwait(false);
        return new(found.Runs.ToEntities(RunMapping.ToRun), Token(found.NextPageToken));
    }

    public async Task<Run> UpdateRunAsync(string runId, RunUpdate update, CancellationToken cancellationToken = default)
    {
        var request = new UpdateRunRequest
        {
            RunId = runId,
            Status = update.Status is { } status ? MlflowNames.Of(status) : null,
            EndTime = update.EndTime,
            RunName = update.RunName,
        };
        await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("runs/update"), request, Json.UpdateRunRequest, Json.UpdateRunResponse, cancellationToken)
                .ConfigureAwait(false);

        // The answer has only what the run is, not what was logged to it.
        return await GetRunAsync(runId, cancellationToken).ConfigureAwait(false);
    }

    public Task SetRunStageAsync(string runId, LifecycleStage stage, CancellationToken cancellationToken = default) => SendAsync(
        stage == LifecycleStage.Active ? "runs/restore" : "runs/delete",
        new RunIdRequest { RunId = runId }, Json.RunIdRequest, cancellationToken, Settled.WhenGone);

    private static Run Whole(RunResponse response) => (response.Run ?? new()).ToRun();
}
