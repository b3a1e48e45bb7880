using Assay.Mlflow;
using Assay.Server.Mlflow;
using Assay.Tracking;

namespace Assay.Server.Experiments;

/// <summary>MLflow's <c>experiments/…</c>.</summary>
internal static class ExperimentRoutes
{
    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Post("experiments/create", json.CreateExperimentRequest, json.ExperimentIdMessage, CreateAsync);
        routes.Get("experiments/get", json.ExperimentIdMessage, json.ExperimentResponse, GetAsync);
    }

    private static async Task<ExperimentIdMessage> CreateAsync(MlflowCall call, CreateExperimentRequest request)
    {
        var experiment = await call.Store.Tracking.CreateExperimentAsync(
            new NewExperiment(Required.Text(request.Name, "name"), request.ArtifactLocation, request.Tags.ToEntities(RunMapping.ToTag)), call.Cancel)
                .ConfigureAwait(false);
        return new() { ExperimentId = experiment.ExperimentId };
    }

    private static async Task<ExperimentResponse> GetAsync(MlflowCall call, ExperimentIdMessage request)
    {
        var id = Required.Text(request.ExperimentId, "experiment_id");
        return new() { Experiment = (await call.Store.Tracking.GetExperimentAsync(id, call.Cancel).ConfigureAwait(false)).ToMessage() };
    }
}
