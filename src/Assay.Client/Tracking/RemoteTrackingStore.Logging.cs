using System.Text.Json.Serialization.Metadata;
using Assay.Client.Http;
using Assay.Mlflow;
using Assay.Tracking;

namespace Assay.Client.Tracking;

/// <remarks>
/// What is logged may be sent again: a tag is set to what it is, a parameter of the same value is accepted, a data set or model is recorded once,
/// and a point of a metric that is there (same key, step, timestamp and value) stays one point, in Assay and in MLflow over a database.
/// </remarks>
internal sealed partial class RemoteTrackingStore
{
    public Task LogBatchAsync(string runId, RunBatch batch, CancellationToken cancellationToken = default) => batch switch
    {
        { Metrics: [var metric], Params: [], Tags: [] } => LogAsync(runId, metric, cancellationToken),
        { Metrics: [], Params: [var param], Tags: [] } => SendAsync(
            "runs/log-parameter", new LogParamRequest { RunId = runId, Key = param.Key, Value = param.Value }, Json.LogParamRequest, cancellationToken),
        { Metrics: [], Params: [], Tags: [var tag] } => SendAsync(
            "runs/set-tag", new RunTagRequest { RunId = runId, Key = tag.Key, Value = tag.Value }, Json.RunTagRequest, cancellationToken),
        _ => SendAsync(
            "runs/log-batch",
            new LogBatchRequest
            {
                RunId = runId,
                Metrics = batch.Metrics.ToMessages(RunMapping.ToMessage),
                Params = batch.Params.ToMessages(RunMapping.ToMessage),
                Tags = batch.Tags.ToMessages(RunMapping.ToMessage),
            },
            Json.LogBatchRequest, cancellationToken),
    };

    public Task LogInputsAsync(string runId, IReadOnlyList<DatasetInput> inputs, CancellationToken cancellationToken = default) => SendAsync(
        "runs/log-inputs", new LogInputsRequest { RunId = runId, Datasets = inputs.ToMessages(RunMapping.ToMessage) }, Json.LogInputsRequest,
        cancellationToken);

    public Task LogModelInputsAsync(string runId, IReadOnlyList<string> modelIds, CancellationToken cancellationToken = default) => SendAsync(
        "runs/log-inputs",
        new LogInputsRequest { RunId = runId, Models = modelIds.ToMessages(id => new ModelInputMessage { ModelId = id }) }, Json.LogInputsRequest,
        cancellationToken);

    public Task LogModelOutputsAsync(string runId, IReadOnlyList<ModelOutput> outputs, CancellationToken cancellationToken = default) => SendAsync(
        "runs/outputs",
        new LogOutputsRequest
        {
            RunId = runId,
            Models = outputs.ToMessages(output => new ModelOutputMessage { ModelId = output.ModelId, Step = output.Step }),
        },
        Json.LogOutputsRequest, cancellationToken);

    public Task DeleteRunTagAsync(string runId, string key, CancellationToken cancellationToken = default) => SendAsync(
        "runs/delete-tag", new RunTagRequest { RunId = runId, Key = key }, Json.RunTagRequest, cancellationToken, Settled.WhenGone);

    public async Task<Page<Metric>> GetMetricHistoryAsync(
        string runId, string key, int maxResults = 25_000, string? pageToken = null, CancellationToken cancellationToken = default)
    {
        var path = new UrlQuery(MlflowPaths.Of("metrics/get-history"))
            .Add("run_id", runId).Add("metric_key", key).Add("max_results", maxResults).Add("page_token", pageToken).ToString();
        var found = await client.GetAsync(path, Json.GetHistoryResponse, cancellationToken).ConfigureAwait(false);
        return new(found.Metrics.ToEntities(RunMapping.ToMetric), Token(found.NextPageToken));
    }

    public async Task<IReadOnlyList<RunMetric>> GetSampledHistoryAsync(SampledHistoryQuery query, CancellationToken cancellationToken = default)
    {
        var path = new UrlQuery(MlflowPaths.Of("metrics/get-history-bulk-interval"))
            .Add("run_ids", query.RunIds).Add("metric_key", query.Key)
            .Add("start_step", query.StartStep).Add("end_step", query.EndStep).Add("max_results", query.MaxResults).ToString();
        var found = await client.GetAsync(path, Json.GetHistoryBulkIntervalResponse, cancellationToken).ConfigureAwait(false);
        return found.Metrics.ToEntities(point => new RunMetric(point.RunId ?? "", point.ToMetric()));
    }

    private Task<EmptyMessage> LogAsync(string runId, Metric metric, CancellationToken cancellationToken) => SendAsync(
        "runs/log-metric",
        new LogMetricRequest
        {
            RunId = runId,
            Key = metric.Key,
            Value = metric.Value,
            Timestamp = metric.Timestamp,
            Step = metric.Step,
            ModelId = metric.ModelId,
            DatasetName = metric.DatasetName,
            DatasetDigest = metric.DatasetDigest,
        },
        Json.LogMetricRequest, cancellationToken);

    private static List<string>? Listed(IReadOnlyList<string> values) => values.Count == 0 ? null : [.. values];

    /// <summary>MLflow sends an empty token, or none, on the last page.</summary>
    private static string? Token(string? token) => string.IsNullOrEmpty(token) ? null : token;

    private Task<EmptyMessage> SendAsync<TRequest>(
        string call, TRequest message, JsonTypeInfo<TRequest> type, CancellationToken cancellationToken, Recovery<EmptyMessage>? recovery = null) =>
        client.SendAsync(HttpMethod.Post, MlflowPaths.Of(call), message, type, Json.EmptyMessage, cancellationToken, recovery);
}
