namespace Assay.Server.Tests.Pages;

public sealed class LiveStreamTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_stream_does_not_keep_the_server_from_stopping_and_is_no_slow_request()
    {
        var server = await LoopbackServer.StartAsync(new ServerOptions { DrainTime = TimeSpan.FromHours(1) });
        using var response = await server.Http.GetAsync("/live/home", HttpCompletionOption.ResponseHeadersRead, Cancel);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        (await lines.ReadLineAsync(Cancel)).ShouldBe("retry: 2000");
        while (await lines.ReadLineAsync(Cancel) is { } line && !line.StartsWith("data: ", StringComparison.Ordinal))
        {
        }

        // A second one that ends while the server runs: the first and the question itself remain.
        (await server.Http.GetAsync("/live/home", HttpCompletionOption.ResponseHeadersRead, Cancel)).Dispose();
        string metrics;
        do
        {
            metrics = await server.Http.GetStringAsync("/metrics", Cancel);
        }
        while (!metrics.Contains("assay_http_requests_in_flight 2\n", StringComparison.Ordinal));

        metrics.ShouldNotContain("route=\"/live/home\"");
        await server.DisposeAsync();
        var rest = await lines.ReadToEndAsync(Cancel);
        rest.ShouldNotContain("error");
    }
}
