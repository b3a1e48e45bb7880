namespace Assay.Benchmarks.Tracking;

/// <summary>What the load generator sends to one endpoint: a script for <c>wrk</c>, in Lua.</summary>
/// <param name="Endpoint">What it is called in the table.</param>
/// <param name="Lua">Sets <c>wrk.path</c>, or defines <c>request</c>.</param>
internal sealed record LoadScript(string Endpoint, string Lua)
{
    private const string Json = "wrk.headers['Content-Type'] = 'application/json'\nlocal n = 0\n";

    // The generator prints its own summary too; this line is what is read.
    public const string Ending = """

        function done(summary, latency, requests)
          local bad = summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read + summary.errors.write
          io.write(string.format("RESULT %d %d %f %f %d\n", summary.requests, summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000, bad))
        end
        """;

    public static IReadOnlyList<LoadScript> For(SeededStore seeded) =>
    [
        new("health", "wrk.path = '/health'"),
        Post("log-metric", "runs/log-metric", $$"""'{"run_id":"{{seeded.WrittenRun}}","key":"loss","value":0.5,"timestamp":' .. (1700000000000 + n) .. ',"step":' .. n .. '}'"""),
        new("log-batch", $$"""
            {{Json}}
            function request()
              n = n + 1
              local metrics = {}
              for i = 1, 100 do
                metrics[i] = '{"key":"k' .. i .. '","value":' .. (n + i * 0.5) .. ',"timestamp":' .. (1700000000000 + n) .. ',"step":' .. n .. '}'
              end
              return wrk.format('POST', '/api/2.0/mlflow/runs/log-batch', nil, '{"run_id":"{{seeded.WrittenRun}}","metrics":[' .. table.concat(metrics, ',') .. ']}')
            end
            """),
        Post("runs/create", "runs/create", $$"""'{"experiment_id":"{{seeded.WrittenExperiment}}","user_id":"u","run_name":"r' .. n .. '","start_time":' .. (1700000000000 + n) .. ',"tags":[{"key":"mlflow.user","value":"u"},{"key":"mlflow.source.name","value":"x.py"},{"key":"mlflow.source.type","value":"LOCAL"}]}'"""),
        Post("runs/search", "runs/search", $$"""'{"experiment_ids":["{{seeded.SearchedExperiment}}"],"filter":"metrics.m1 > 0.5 and params.p1 = \'a\'","max_results":100,"run_view_type":"ACTIVE_ONLY"}'"""),
        new("runs/get", $"wrk.path = '/api/2.0/mlflow/runs/get?run_id={seeded.LongRun}'"),
        new("get-history", $"wrk.path = '/api/2.0/mlflow/metrics/get-history?run_id={seeded.LongRun}&metric_key=h&max_results=25000'"),
        new("sampled history", $"wrk.path = '/api/2.0/mlflow/metrics/get-history-bulk-interval?run_ids={seeded.LongRun}&metric_key=h&max_results=320'"),
    ];

    private static LoadScript Post(string endpoint, string path, string body) => new(endpoint, $"""
        {Json}
        function request()
          n = n + 1
          return wrk.format('POST', '/api/2.0/mlflow/{path}', nil, {body})
        end
        """);
}
