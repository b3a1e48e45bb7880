using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Mlflow;
using Assay.Server.Mlflow;
using Assay.Tracking;

namespace Assay.Server.Runs;

/// <summary>MLflow's record of what a run read and made: data sets and models.</summary>
internal static class RunInputRoutes
{
    private const string LoggedModels = "mlflow.log-model.history";

    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Post("runs/log-inputs", json.LogInputsRequest, LogInputsAsync);
        routes.Post("runs/outputs", json.LogOutputsRequest, LogOutputsAsync);
        routes.Post("runs/log-model", json.LogModelRequest, LogModelAsync);
    }

    private static async Task LogInputsAsync(MlflowCall call, LogInputsRequest request)
    {
        var id = Required.Text(request.RunId, "run_id");
        if (request.Models is { Count: > 0 } models)
        {
            var ids = models.ConvertAll(model => Required.Text(model.ModelId, "model_id"));
            await call.Store.Tracking.LogModelInputsAsync(id, ids, call.Cancel).ConfigureAwait(false);
        }

        if (request.Datasets is { Count: > 0 } || request.Models is not { Count: > 0 })
        {
            await call.Store.Tracking.LogInputsAsync(id, request.Datasets.ToEntities(RunMapping.ToInput), call.Cancel).ConfigureAwait(false);
        }
    }

    private static Task LogOutputsAsync(MlflowCall call, LogOutputsRequest request)
    {
        var id = Required.Text(request.RunId, "run_id");
        var outputs = request.Models.ToEntities(model => new ModelOutput(Required.Text(model.ModelId, "model_id"), model.Step ?? 0));
        return call.Store.Tracking.LogModelOutputsAsync(id, outputs, call.Cancel);
    }

    /// <summary>Older clients describe a model in JSON; the descriptions are kept as a list in a tag of the run.</summary>
    private static async Task LogModelAsync(MlflowCall call, LogModelRequest request)
    {
        var id = Required.Text(request.RunId, "run_id");
        var model = Parse(Required.Text(request.ModelJson, "model_json"));
        var run = await call.Store.Tracking.GetRunAsync(id, call.Cancel).ConfigureAwait(false);
        var known = run.Tags.FirstOrDefault(tag => tag.Key == LoggedModels)?.Value;

        // People may write on the tag too: what is no list is replaced.
        var list = Read(known) as JsonArray ?? [];
        list.Add((JsonNode)model);
        await call.Store.Tracking.LogBatchAsync(id, new RunBatch { Tags = [new Tag(LoggedModels, list.ToJsonString())] }, call.Cancel).ConfigureAwait(false);
    }

    /// <summary>The JSON in a text; null when there is none.</summary>
    private static JsonNode? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Parse(string text)
    {
        var model = Read(text) as JsonObject;
        if (model is null)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, $"Malformed model info. \n {text} \n is not a valid JSON");
        }

        string[] needed = ["artifact_path", "flavors", "utc_time_created", "run_id"];
        var missing = needed.Where(field => !model.ContainsKey(field)).Select(field => $"'{field}'").ToList();
        return missing.Count == 0
            ? model
            : throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Model json is missing mandatory fields: {{{string.Join(", ", missing)}}}");
    }
}
