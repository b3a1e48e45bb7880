using Assay.Mlflow;
using Assay.Server.Mlflow;
using Assay.Tracking;

namespace Assay.Server.Runs;

/// <summary>MLflow's <c>runs/log-…</c>: metrics, parameters and tags, one by one and in batches.</summary>
internal static class LoggingRoutes
{
    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Post("runs/log-metric", json.LogMetricRequest, LogMetricAsync);
        routes.Post("runs/log-parameter", json.LogParamRequest, LogParamAsync);
        routes.Post("runs/set-tag", json.RunTagRequest, SetTagAsync);
        routes.Post("runs/delete-tag", json.RunTagRequest, DeleteTagAsync);
        routes.Post("runs/log-batch", json.LogBatchRequest, LogBatchAsync);
    }

    private static Task LogMetricAsync(MlflowCall call, LogMetricRequest request)
    {
        var id = Required.Run(request.RunId, request.RunUuid);
        var metric = new Metric(
            Required.Text(request.Key, "key"), Required.Value(request.Value, "value"), Required.Value(request.Timestamp, "timestamp"), request.Step ?? 0)
        {
            ModelId = TextOrNull(request.ModelId),
            DatasetName = TextOrNull(request.DatasetName),
            DatasetDigest = TextOrNull(request.DatasetDigest),
        };
        return call.Store.Tracking.LogBatchAsync(id, new RunBatch { Metrics = [metric] }, call.Cancel);
    }

    private static Task LogParamAsync(MlflowCall call, LogParamRequest request)
    {
        var id = Required.Run(request.RunId, request.RunUuid);
        var param = new Param(Required.Text(request.Key, "key"), request.Value ?? "");
        return call.Store.Tracking.LogBatchAsync(id, new RunBatch { Params = [param] }, call.Cancel);
    }

    private static Task SetTagAsync(MlflowCall call, RunTagRequest request)
    {
        var id = Required.Run(request.RunId, request.RunUuid);
        var tag = new Tag(Required.Text(request.Key, "key"), request.Value ?? "");
        return call.Store.Tracking.LogBatchAsync(id, new RunBatch { Tags = [tag] }, call.Cancel);
    }

    private static Task DeleteTagAsync(MlflowCall call, RunTagRequest request)
    {
        var id = Required.Run(request.RunId, request.RunUuid);
        return call.Store.Tracking.DeleteRunTagAsync(id, Required.Text(request.Key, "key"), call.Cancel);
    }

    private static Task LogBatchAsync(MlflowCall call, LogBatchRequest request)
    {
        var batch = new RunBatch
        {
            Metrics = Metrics(request.Metrics),
            Params = request.Params.ToEntities(RunMapping.ToParam),
            Tags = request.Tags.ToEntities(RunMapping.ToTag),
            IsList = true,
        };
        return call.Store.Tracking.LogBatchAsync(Required.Text(request.RunId, "run_id"), batch, call.Cancel);
    }

    private static Metric[] Metrics(List<MetricMessage>? messages)
    {
        if (messages is null)
        {
            return [];
        }

        var metrics = new Metric[messages.Count];
        for (var i = 0; i < metrics.Length; i++)
        {
            var message = messages[i];
            if (message.Value is null || message.Timestamp is null)
            {
                throw new AssayException(
                    ErrorCode.InvalidParameterValue,
                    $"Missing value for required parameter 'metrics[{i}].{(message.Value is null ? "value" : "timestamp")}'. "
                    + "See the API docs for more information about request parameters.");
            }

            metrics[i] = message.ToMetric();
        }

        return metrics;
    }

    private static string? TextOrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
