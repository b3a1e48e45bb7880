using System.Text.RegularExpressions;

namespace Assay.Server.Tests.Operations;

public sealed class OperationTests
{
    [Fact]
    public async Task The_version_is_MLflows_and_ours_is_in_a_header()
    {
        await using var server = await LoopbackServer.StartAsync();

        using var response = await server.Http.GetAsync("/version", TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("3.6.0");
        response.Headers.GetValues("X-Assay-Version").ShouldBe([typeof(AssayServer).Assembly.GetName().Version!.ToString(3)]);
    }

    [Theory]
    [InlineData("/api/3.0/mlflow/server-info", "SqlStore")]
    [InlineData("/ajax-api/3.0/mlflow/server-info", "SqlStore")]
    public async Task The_server_tells_what_kind_of_store_it_has(string path, string kind)
    {
        await using var server = await LoopbackServer.StartAsync();

        ((string)(await server.CallAsync("GET", path)).Body!["store_type"]!).ShouldBe(kind);
    }

    [Theory]
    [InlineData("GET", "/nope", 404, "ENDPOINT_NOT_FOUND")]
    [InlineData("GET", "/api/2.0/mlflow/runs/create", 405, "BAD_REQUEST")]
    [InlineData("POST", "/api/3.0/mlflow/traces/search", 501, "NOT_IMPLEMENTED")]
    [InlineData("DELETE", "/ajax-api/3.0/mlflow/traces/tr-1/assessments/a-1", 501, "NOT_IMPLEMENTED")]
    [InlineData("GET", "/ajax-api/3.0/mlflow/scorers/list", 501, "NOT_IMPLEMENTED")]
    [InlineData("POST", "/v1/traces", 501, "NOT_IMPLEMENTED")]
    public async Task What_is_not_there_is_refused_in_MLflows_shape(string method, string path, int status, string code)
    {
        await using var server = await LoopbackServer.StartAsync();

        var (got, body) = await server.CallAsync(method, path);

        got.ShouldBe(status);
        ((string)body!["error_code"]!).ShouldBe(code);
        ((string)body["message"]!).ShouldContain(path.Split('/')[1]);
    }

    [Fact]
    public async Task Metrics_count_requests_by_route_and_status_and_are_of_Prometheus_form()
    {
        await using var server = await LoopbackServer.StartAsync();
        await server.CallAsync("POST", "runs/create", new { experiment_id = "0" });
        await server.CallAsync("GET", "runs/get?run_id=nope");
        await server.CallAsync("GET", "runs/get?run_id=nope2");

        var lines = (await server.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.ShouldContain("assay_http_request_duration_seconds_count{method=\"GET\",route=\"/api/2.0/mlflow/runs/get\",status=\"404\"} 2");
        lines.ShouldContain("assay_http_request_duration_seconds_bucket{method=\"POST\",route=\"/api/2.0/mlflow/runs/create\",status=\"200\",le=\"+Inf\"} 1");
        lines.ShouldContain("assay_http_requests_in_flight 1");
        lines.ShouldContain(line => line.StartsWith("assay_store_commits_total ", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("process_resident_memory_bytes ", StringComparison.Ordinal));
        lines.ShouldAllBe(line => Regex.IsMatch(line, """^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [-+.\dE]+)$"""));
    }
}
