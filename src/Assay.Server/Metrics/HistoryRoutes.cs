using Assay.Mlflow;
using Assay.Server.Mlflow;
using Assay.Tracking;

namespace Assay.Server.Metrics;

/// <summary>MLflow's <c>metrics/get-history…</c>.</summary>
internal static class HistoryRoutes
{
    private const int PageLength = 25_000;
    private const int MostRuns = 100;
    private const int MostSamples = 2500;
    private const int Samples = 320;

    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Get("metrics/get-history", json.GetHistoryRequest, GetAsync);
        routes.Get("metrics/get-history-bulk-interval", json.GetHistoryBulkIntervalRequest, json.GetHistoryBulkIntervalResponse, GetSampledAsync);
    }

    private static async Task GetAsync(MlflowCall call, GetHistoryRequest request)
    {
        var id = Required.Run(request.RunId, request.RunUuid);
        var key = Required.Text(request.MetricKey, "metric_key");
        var length = Math.Min(Given.MaxResults(request.MaxResults, PageLength), PageLength);
        var token = string.IsNullOrEmpty(request.PageToken) ? null : request.PageToken;
        var page = await call.Store.Tracking.GetMetricHistoryAsync(id, key, length, token, call.Cancel).ConfigureAwait(false);
        await using var writer = new HistoryWriter(call.Context.Response, key);
        await writer.WriteAsync(page.Items, call.Cancel).ConfigureAwait(false);

        // Older clients do not ask for pages and want all there is: they get it, a page in memory at a time.
        while (request.MaxResults is null && page.NextPageToken is not null)
        {
            page = await call.Store.Tracking.GetMetricHistoryAsync(id, key, length, page.NextPageToken, call.Cancel).ConfigureAwait(false);
            await writer.WriteAsync(page.Items, call.Cancel).ConfigureAwait(false);
        }

        await writer.EndAsync(page.NextPageToken, call.Cancel).ConfigureAwait(false);
    }

    private static async Task<GetHistoryBulkIntervalResponse> GetSampledAsync(MlflowCall call, GetHistoryBulkIntervalRequest request)
    {
        var query = new SampledHistoryQuery
        {
            RunIds = Runs(request.RunIds),
            Key = Required.Text(request.MetricKey, "metric_key"),
            StartStep = request.StartStep,
            EndStep = request.EndStep,
            MaxResults = MaxResults(request.MaxResults),
        };
        var points = await call.Store.Tracking.GetSampledHistoryAsync(query, call.Cancel).ConfigureAwait(false);
        return new() { Metrics = points.ToMessages(point => point.Metric.ToMessage() with { RunId = point.RunId }) };
    }

    private static List<string> Runs(List<string>? ids)
    {
        if (ids is not { Count: > 0 })
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue,
                "Missing value for required parameter 'run_ids'. See the API docs for more information about request parameters.");
        }

        return ids.Count <= MostRuns
            ? ids
            : throw new AssayException(
                ErrorCode.InvalidParameterValue,
                $"GetMetricHistoryBulkInterval request must specify at most {MostRuns} run_ids. Received {ids.Count} run_ids.");
    }

    private static int MaxResults(long? given)
    {
        var value = Given.MaxResults(given, Samples);
        return value is >= 1 and <= MostSamples
            ? value
            : throw new AssayException(
                ErrorCode.InvalidParameterValue, $"max_results must be between 1 and {MostSamples} (inclusive). Received max_results={value}.");
    }
}
