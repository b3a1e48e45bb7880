using System.Net;
using Assay.Server.Tests.Access;
using Assay.Web.Hosting;
using static Assay.Server.Tests.Access.GuardedServer;

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

    [Fact(Timeout = 60_000)]
    public async Task One_reader_does_not_take_all_streams_and_gets_another_when_one_ends()
    {
        await using var guarded = await StartAsync();
        var open = new List<HttpResponseMessage>();
        for (var i = 0; i < LivePlaces.MostOfUser; i++)
        {
            open.Add(await ListenAsync(guarded, "rea"));
            open[^1].StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using (var refused = await ListenAsync(guarded, "rea")) refused.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using (var other = await ListenAsync(guarded, "ed")) other.StatusCode.ShouldBe(HttpStatusCode.OK);

        open[0].Dispose();
        HttpStatusCode again;
        do
        {
            using var answer = await ListenAsync(guarded, "rea");
            again = answer.StatusCode;
        }
        while (again == HttpStatusCode.NoContent);

        again.ShouldBe(HttpStatusCode.OK);
        open.ForEach(response => response.Dispose());
    }

    [Fact(Timeout = 60_000)]
    public async Task Readers_of_one_page_share_a_question_however_its_address_is_written()
    {
        await using var server = await LoopbackServer.StartAsync();
        var polls = server.Service<LivePolls>();
        List<HttpResponseMessage> open = [];
        foreach (var path in (string[])["/experiments/0/live?sort=name&flat=1", "/experiments/0/live?flat=1&sort=name&unknown=x", "/experiments/0/live?flat=2&sort=name"])
        {
            open.Add(await server.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancel));
            using var lines = new StreamReader(await open[^1].Content.ReadAsStreamAsync(Cancel), leaveOpen: true);
            while (await lines.ReadLineAsync(Cancel) is { } line && !line.StartsWith("data: ", StringComparison.Ordinal))
            {
            }

            polls.Count.ShouldBe(1, path);
        }

        // Those who go are forgotten.
        open.ForEach(response => response.Dispose());
        while (polls.Count > 0) await Task.Yield();
    }

    private static async Task<HttpResponseMessage> ListenAsync(GuardedServer guarded, string user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live/home");
        request.Headers.Authorization = Basic(user);
        return await guarded.Server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
    }
}
