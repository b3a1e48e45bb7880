using Assay.Mlflow;
using Assay.Server.Access;
using Assay.Server.Mlflow;
using Assay.Tracking;

namespace Assay.Server.Experiments;

/// <summary>MLflow's <c>experiments/…</c>.</summary>
internal static class ExperimentRoutes
{
    private const int PageLength = 1000;

    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Post("experiments/create", json.CreateExperimentRequest, json.ExperimentIdMessage, CreateAsync);
        routes.Get("experiments/get", json.ExperimentIdMessage, json.ExperimentResponse, GetAsync);
        routes.Get("experiments/get-by-name", json.GetExperimentByNameRequest, json.ExperimentResponse, GetByNameAsync);
        routes.Get("experiments/search", json.SearchExperimentsRequest, json.SearchExperimentsResponse, SearchAsync);
        routes.Post("experiments/search", json.SearchExperimentsRequest, json.SearchExperimentsResponse, SearchAsync, Need.Read);
        routes.Post("experiments/update", json.UpdateExperimentRequest, UpdateAsync);
        routes.Post("experiments/delete", json.ExperimentIdMessage, (call, request) => SetStageAsync(call, request, LifecycleStage.Deleted));
        routes.Post("experiments/restore", json.ExperimentIdMessage, (call, request) => SetStageAsync(call, request, LifecycleStage.Active));
        routes.Post("experiments/set-experiment-tag", json.ExperimentTagRequest, SetTagAsync);
        routes.Post("experiments/delete-experiment-tag", json.ExperimentTagRequest, DeleteTagAsync);
    }

    private static async Task<ExperimentIdMessage> CreateAsync(MlflowCall call, CreateExperimentRequest request)
    {
        var experiment = await call.Store.Tracking.CreateExperimentAsync(
            new NewExperiment(
                Required.Text(request.Name, "name"),
                string.IsNullOrEmpty(request.ArtifactLocation) ? null : request.ArtifactLocation,
                request.Tags.ToEntities(RunMapping.ToTag)),
            call.Cancel).ConfigureAwait(false);
        return new() { ExperimentId = experiment.ExperimentId };
    }

    private static async Task<ExperimentResponse> GetAsync(MlflowCall call, ExperimentIdMessage request)
    {
        var id = Required.Text(request.ExperimentId, "experiment_id");
        return new() { Experiment = (await call.Store.Tracking.GetExperimentAsync(id, call.Cancel).ConfigureAwait(false)).ToMessage() };
    }

    private static async Task<ExperimentResponse> GetByNameAsync(MlflowCall call, GetExperimentByNameRequest request)
    {
        var name = Required.Text(request.ExperimentName, "experiment_name");
        var found = await call.Store.Tracking.FindExperimentAsync(name, call.Cancel).ConfigureAwait(false)
            ?? throw new AssayException(ErrorCode.ResourceDoesNotExist, $"Could not find experiment with name '{name}'");
        return new() { Experiment = found.ToMessage() };
    }

    private static async Task<SearchExperimentsResponse> SearchAsync(MlflowCall call, SearchExperimentsRequest request)
    {
        var page = await call.Store.Tracking.SearchExperimentsAsync(
            new ExperimentQuery
            {
                View = Given.View(request.ViewType, "view_type"),
                Filter = request.Filter,
                OrderBy = request.OrderBy ?? [],
                MaxResults = Given.MaxResults(request.MaxResults, PageLength),
                PageToken = request.PageToken,
            },
            call.Cancel).ConfigureAwait(false);
        return new() { Experiments = page.Items.ToMessages(ExperimentMapping.ToMessage), NextPageToken = page.NextPageToken };
    }

    private static Task UpdateAsync(MlflowCall call, UpdateExperimentRequest request)
    {
        var id = Required.Text(request.ExperimentId, "experiment_id");
        return call.Store.Tracking.RenameExperimentAsync(id, Required.Text(request.NewName, "new_name"), call.Cancel);
    }

    private static Task SetStageAsync(MlflowCall call, ExperimentIdMessage request, LifecycleStage stage) =>
        call.Store.Tracking.SetExperimentStageAsync(Required.Text(request.ExperimentId, "experiment_id"), stage, call.Cancel);

    private static Task SetTagAsync(MlflowCall call, ExperimentTagRequest request)
    {
        var id = Required.Text(request.ExperimentId, "experiment_id");
        var tag = new Tag(Required.Text(request.Key, "key"), Required.Present(request.Value, "value"));
        return call.Store.Tracking.SetExperimentTagAsync(id, tag, call.Cancel);
    }

    private static Task DeleteTagAsync(MlflowCall call, ExperimentTagRequest request)
    {
        var id = Required.Text(request.ExperimentId, "experiment_id");
        return call.Store.Tracking.DeleteExperimentTagAsync(id, Required.Text(request.Key, "key"), call.Cancel);
    }
}
