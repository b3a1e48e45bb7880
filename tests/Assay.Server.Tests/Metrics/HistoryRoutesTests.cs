namespace Assay.Server.Tests.Metrics;

public sealed class HistoryRoutesTests
{
    [Fact]
    public async Task A_history_comes_in_pages_with_every_point_once()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await LogAsync(server, 250);
        var steps = new List<long>();
        string? token = null;
        do
        {
            var (_, page) = await server.CallAsync("GET", $"metrics/get-history?run_uuid={run}&metric_key=m&max_results=100&page_token={token}");
            steps.AddRange(page!["metrics"]!.AsArray().Select(point => (long)point!["step"]!));
            token = (string?)page["next_page_token"];
        }
        while (token is not null);

        steps.ShouldBe(Enumerable.Range(0, 250).Select(i => (long)i));
    }

    [Fact]
    public async Task Histories_of_several_runs_are_thinned()
    {
        await using var server = await LoopbackServer.StartAsync();
        var (one, two) = (await LogAsync(server, 900), await LogAsync(server, 30));

        var (_, answer) = await server.CallAsync("GET", $"metrics/get-history-bulk-interval?run_ids={one}&run_ids={two}&metric_key=m&max_results=50");

        var points = answer!["metrics"]!.AsArray();
        points.Count(point => (string)point!["run_id"]! == one).ShouldBeInRange(45, 51);
        points.Count(point => (string)point!["run_id"]! == two).ShouldBe(30);
        points[0]!.AsObject().Select(pair => pair.Key).Order().ShouldBe(["key", "run_id", "step", "timestamp", "value"]);
    }

    [Theory]
    [InlineData("metric_key=m", "run_ids")]
    [InlineData("run_ids=x", "metric_key")]
    [InlineData("run_ids=x&metric_key=m&max_results=9999", "max_results must be between 1 and 2500")]
    public async Task A_question_without_sense_is_refused(string query, string why)
    {
        await using var server = await LoopbackServer.StartAsync();

        var (status, body) = await server.CallAsync("GET", $"metrics/get-history-bulk-interval?{query}");

        status.ShouldBe(400);
        ((string)body!["message"]!).ShouldContain(why);
    }

    private static async Task<string> LogAsync(LoopbackServer server, int count)
    {
        var (_, created) = await server.CallAsync("POST", "runs/create", new { experiment_id = "0" });
        var run = (string)created!["run"]!["info"]!["run_id"]!;
        var points = Enumerable.Range(0, count).Select(i => new { key = "m", value = i, timestamp = i, step = i });
        (await server.CallAsync("POST", "runs/log-batch", new { run_id = run, metrics = points })).Status.ShouldBe(200);
        return run;
    }
}
