using Assay.Mlflow;
using Assay.Server.Mlflow;
using Assay.Tracking;

namespace Assay.Server.Runs;

/// <summary>MLflow's <c>runs/…</c>, of runs themselves.</summary>
internal static class RunRoutes
{
    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Post("runs/create", json.CreateRunRequest, json.RunResponse, CreateAsync);
        routes.Get("runs/get", json.RunIdRequest, json.RunResponse, GetAsync);
    }

    private static async Task<RunResponse> CreateAsync(MlflowCall call, CreateRunRequest request)
    {
        var run = new NewRun(
            Required.Text(request.ExperimentId, "experiment_id"), request.RunName, request.UserId ?? "", request.StartTime,
            request.Tags.ToEntities(RunMapping.ToTag));
        return new() { Run = (await call.Store.Tracking.CreateRunAsync(run, call.Cancel).ConfigureAwait(false)).ToMessage() };
    }

    private static async Task<RunResponse> GetAsync(MlflowCall call, RunIdRequest request)
    {
        var id = Required.Text(request.RunId ?? request.RunUuid, "run_id");
        return new() { Run = (await call.Store.Tracking.GetRunAsync(id, call.Cancel).ConfigureAwait(false)).ToMessage() };
    }
}
