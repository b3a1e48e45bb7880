using Assay.Mlflow;
using Assay.Server.Access;
using Assay.Server.Mlflow;
using Assay.Tracking;

namespace Assay.Server.Runs;

/// <summary>MLflow's <c>runs/…</c>, of runs themselves; what is logged to them is in <see cref="LoggingRoutes"/>.</summary>
internal static class RunRoutes
{
    private const int PageLength = 1000;
    private const int LongestPage = 50_000;

    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Post("runs/create", json.CreateRunRequest, json.RunResponse, CreateAsync);
        routes.Get("runs/get", json.RunIdRequest, json.RunResponse, GetAsync);
        routes.Post("runs/update", json.UpdateRunRequest, json.UpdateRunResponse, UpdateAsync);
        routes.Post("runs/delete", json.RunIdRequest, (call, request) => SetStageAsync(call, request, LifecycleStage.Deleted));
        routes.Post("runs/restore", json.RunIdRequest, (call, request) => SetStageAsync(call, request, LifecycleStage.Active));
        routes.Post("runs/search", json.SearchRunsRequest, json.SearchRunsResponse, SearchAsync, Need.Read);
    }

    private static async Task<RunResponse> CreateAsync(MlflowCall call, CreateRunRequest request)
    {
        var user = Caller.UserOf(call.Context, request.UserId) ?? "";
        var run = new NewRun(
            Required.Text(request.ExperimentId, "experiment_id"), request.RunName, user, request.StartTime,
            request.Tags.ToEntities(RunMapping.ToTag)) { RunId = string.IsNullOrEmpty(request.RunId) ? null : request.RunId };
        var created = await call.Store.Tracking.CreateRunAsync(run, call.Cancel).ConfigureAwait(false);
        return new() { Run = created.ToMessage() with { Outputs = null } };
    }

    private static async Task<RunResponse> GetAsync(MlflowCall call, RunIdRequest request)
    {
        var id = Required.Run(request.RunId, request.RunUuid);
        return new() { Run = (await call.Store.Tracking.GetRunAsync(id, call.Cancel).ConfigureAwait(false)).ToMessage() };
    }

    private static async Task<UpdateRunResponse> UpdateAsync(MlflowCall call, UpdateRunRequest request)
    {
        var id = Required.Run(request.RunId, request.RunUuid);
        RunStatus? status = string.IsNullOrEmpty(request.Status)
            ? null
            : MlflowNames.Status(request.Status) ?? throw InvalidMessage.Value(
                $"\"{request.Status}\"", "status", "It must be one of ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED']");
        var update = new RunUpdate(status, request.EndTime, string.IsNullOrEmpty(request.RunName) ? null : request.RunName);
        return new() { RunInfo = (await call.Store.Tracking.UpdateRunAsync(id, update, call.Cancel).ConfigureAwait(false)).ToInfo() };
    }

    private static Task SetStageAsync(MlflowCall call, RunIdRequest request, LifecycleStage stage) =>
        call.Store.Tracking.SetRunStageAsync(Required.Run(request.RunId, request.RunUuid), stage, call.Cancel);

    private static async Task<SearchRunsResponse> SearchAsync(MlflowCall call, SearchRunsRequest request)
    {
        var page = await call.Store.Tracking.SearchRunsAsync(
            new RunQuery
            {
                ExperimentIds = request.ExperimentIds ?? [],
                View = Given.View(request.RunViewType, "run_view_type"),
                Filter = request.Filter,
                OrderBy = request.OrderBy ?? [],
                MaxResults = Given.MaxResults(request.MaxResults, PageLength, LongestPage),
                PageToken = request.PageToken,
            },
            call.Cancel).ConfigureAwait(false);
        return new() { Runs = page.Items.ToMessages(RunMapping.ToMessage), NextPageToken = page.NextPageToken };
    }
}
