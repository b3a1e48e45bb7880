using Assay.LoggedModels;
using Assay.Mlflow;
using Assay.Server.Access;
using Assay.Server.Mlflow;

namespace Assay.Server.LoggedModels;

/// <summary>MLflow's <c>logged-models/…</c>, of the models themselves.</summary>
internal static class LoggedModelRoutes
{
    private const int PageLength = 100;
    private const string One = "logged-models/{model_id}";

    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Post("logged-models", json.CreateLoggedModelRequest, json.LoggedModelResponse, CreateAsync);
        routes.Post("logged-models/search", json.SearchLoggedModelsRequest, json.SearchLoggedModelsResponse, SearchAsync, Need.Read);
        routes.Get(One, json.EmptyMessage, json.LoggedModelResponse, GetAsync);
        routes.Map("PATCH", "2.0", One, Need.Write, json.FinalizeLoggedModelRequest, json.LoggedModelResponse, FinalizeAsync);
        routes.Map("DELETE", "2.0", One, Need.Write, json.EmptyMessage, json.EmptyMessage, DeleteAsync);
    }

    private static async Task<LoggedModelResponse> CreateAsync(MlflowCall call, CreateLoggedModelRequest request)
    {
        var model = new NewLoggedModel(Required.Text(request.ExperimentId, "experiment_id"), request.Name)
        {
            ModelType = request.ModelType,
            SourceRunId = request.SourceRunId,
            Params = request.Params.ToEntities(RunMapping.ToParam),
            Tags = request.Tags.ToEntities(RunMapping.ToTag),
            ModelId = string.IsNullOrEmpty(request.ModelId) ? null : request.ModelId,
            CreationTime = request.CreationTimestampMs,
        };
        return Answer(await call.Store.LoggedModels.CreateAsync(model, call.Cancel).ConfigureAwait(false));
    }

    private static async Task<LoggedModelResponse> GetAsync(MlflowCall call, EmptyMessage request) =>
        Answer(await call.Store.LoggedModels.GetAsync(call.Route("model_id"), call.Cancel).ConfigureAwait(false));

    private static async Task<LoggedModelResponse> FinalizeAsync(MlflowCall call, FinalizeLoggedModelRequest request)
    {
        var name = Required.Text(request.Status, "status");
        var status = MlflowNames.ModelStatus(name) ?? throw InvalidMessage.Value(
            $"\"{name}\"", "status", "It must be one of ['LOGGED_MODEL_PENDING', 'LOGGED_MODEL_READY', 'LOGGED_MODEL_UPLOAD_FAILED']");
        return Answer(await call.Store.LoggedModels.FinalizeAsync(call.Route("model_id"), status, call.Cancel).ConfigureAwait(false));
    }

    private static async Task<EmptyMessage> DeleteAsync(MlflowCall call, EmptyMessage request)
    {
        await call.Store.LoggedModels.DeleteAsync(call.Route("model_id"), call.Cancel).ConfigureAwait(false);
        return MlflowCall.Empty;
    }

    private static async Task<SearchLoggedModelsResponse> SearchAsync(MlflowCall call, SearchLoggedModelsRequest request)
    {
        var page = await call.Store.LoggedModels.SearchAsync(
            new LoggedModelQuery
            {
                ExperimentIds = request.ExperimentIds ?? [],
                Filter = request.Filter,
                Datasets = request.Datasets.ToEntities(ToDataset),
                OrderBy = request.OrderBy.ToEntities(ToOrder),
                MaxResults = Given.MaxResults(request.MaxResults, PageLength),
                PageToken = request.PageToken,
            },
            call.Cancel).ConfigureAwait(false);
        return new() { Models = page.Items.ToMessages(LoggedModelMapping.ToMessage), NextPageToken = page.NextPageToken };
    }

    private static (string Name, string? Digest) ToDataset(LoggedModelDatasetMessage dataset) => string.IsNullOrEmpty(dataset.DatasetName)
        ? throw new AssayException(ErrorCode.InvalidParameterValue, "`dataset_name` in the `datasets` clause must be specified.")
        : (dataset.DatasetName, string.IsNullOrEmpty(dataset.DatasetDigest) ? null : dataset.DatasetDigest);

    private static LoggedModelOrder ToOrder(LoggedModelOrderMessage order) => new(
        Required.Text(order.FieldName, "order_by.field_name"), order.Ascending ?? true, order.DatasetName, order.DatasetDigest);

    private static LoggedModelResponse Answer(LoggedModel model) => new() { Model = model.ToMessage() };
}
