using System.Net;
using System.Text;
using Assay.Storage;

namespace Assay.Server.Tests.Limits;

public sealed class LimitTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_refused(bool chunked)
    {
        await using var server = await LoopbackServer.StartAsync(new() { MaxBodyBytes = 100_000 });
        using var content = new StringContent($"{{\"name\": \"{new string('x', 100_000)}\"}}", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/2.0/mlflow/experiments/create") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true; // so that the refusal is read before all is sent

        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("\"error_code\":\"INVALID_PARAMETER_VALUE\"");
        text.ShouldContain("larger than 100000 bytes");
    }

    [Fact]
    public async Task A_refusal_can_be_read_and_a_packed_body_is_called_so()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var content = new ByteArrayContent([0x1f, 0x8b]);
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await server.Http.PostAsync(new Uri("/api/2.0/mlflow/runs/search", UriKind.Relative), content, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Content-Encoding 'gzip' is not read here");
    }

    [Fact]
    public async Task Writes_that_find_the_queue_full_are_told_to_come_back_and_the_others_are_kept()
    {
        await using var server = await LoopbackServer.StartAsync(
            storeOptions: new EmbeddedStoreOptions { QueueLength = 2, RefusesWhenFull = true, BusyTimeout = TimeSpan.FromSeconds(60) });
        using var gate = await FileLock.TakeAsync(server.Store.Location);
        var calls = Enumerable.Range(0, 10).Select(i => PostAsync(server, $"e{i}")).ToList();

        // Two wait in the queue, and one may be in the writer's hands: all others are refused while the file is locked.
        while (calls.Count(call => call.IsCompleted) < 7)
        {
            await Task.WhenAny(calls.Where(call => !call.IsCompleted));
        }

        await gate.ReleaseAsync();
        var answers = await Task.WhenAll(calls);

        answers.Count(answer => answer.Status == 200).ShouldBeInRange(2, 3);
        answers.Where(answer => answer.Status != 200).ShouldAllBe(answer =>
            answer.Status == 429 && answer.RetryAfter == "1" && answer.Text.Contains("REQUEST_LIMIT_EXCEEDED", StringComparison.Ordinal));
        (await server.CallAsync("POST", "experiments/create", new { name = "after" })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task More_requests_than_are_allowed_at_once_are_told_to_come_back()
    {
        await using var server = await LoopbackServer.StartAsync(
            new() { MaxRequests = 2 }, new EmbeddedStoreOptions { BusyTimeout = TimeSpan.FromSeconds(60) });
        using var gate = await FileLock.TakeAsync(server.Store.Location);
        var calls = Enumerable.Range(0, 5).Select(i => PostAsync(server, $"e{i}")).ToList();
        while (calls.Count(call => call.IsCompleted) < 3)
        {
            await Task.WhenAny(calls.Where(call => !call.IsCompleted));
        }

        (await server.Http.GetStringAsync("/health", TestContext.Current.CancellationToken)).ShouldBe("OK", "a probe is answered all the same");
        await gate.ReleaseAsync();
        var answers = await Task.WhenAll(calls);
        answers.Count(answer => answer.Status == 200).ShouldBe(2);
        answers.Count(answer => answer.Status == 429).ShouldBe(3);
    }

    [Fact]
    public async Task A_query_that_takes_too_long_is_stopped_with_advice()
    {
        await using var server = await LoopbackServer.StartAsync(storeOptions: new EmbeddedStoreOptions { ReadTimeout = TimeSpan.FromTicks(1) });
        var (_, created) = await server.CallAsync("POST", "runs/create", new { experiment_id = "0" });
        var run = (string)created!["run"]!["info"]!["run_id"]!;
        for (var batch = 0; batch < 5; batch++)
        {
            var points = Enumerable.Range(batch * 1000, 1000).Select(i => new { key = "m", value = i, timestamp = i, step = i });
            (await server.CallAsync("POST", "runs/log-batch", new { run_id = run, metrics = points })).Status.ShouldBe(200);
        }

        var (status, body) = await server.CallAsync("GET", $"metrics/get-history?run_id={run}&metric_key=m");

        status.ShouldBe(503);
        ((string)body!["error_code"]!).ShouldBe("TEMPORARILY_UNAVAILABLE");
        ((string)body["message"]!).ShouldContain("--query-timeout");
    }

    private static async Task<(int Status, string? RetryAfter, string Text)> PostAsync(LoopbackServer server, string name)
    {
        using var content = new StringContent($"{{\"name\": \"{name}\"}}", Encoding.UTF8, "application/json");
        using var response = await server.Http.PostAsync("/api/2.0/mlflow/experiments/create", content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, response.Headers.RetryAfter?.ToString(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
