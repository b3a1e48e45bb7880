using System.Net;
using System.Text;
using Assay.Server.Limits;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Tests.Limits;

public sealed class ChargedBodyTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(100, 0)]
    [InlineData(101, 100)]
    [InlineData(200, 100)]
    [InlineData(201, 200)]
    [InlineData(1000, 900)]
    public async Task The_first_step_is_free_and_every_further_one_is_charged_when_it_begins(int length, long charged)
    {
        var sum = 0L;
        await using var body = new ChargedBody(new MemoryStream(new byte[length]), 100, bytes => sum += bytes);
        using var copy = new MemoryStream();

        await body.CopyToAsync(copy, 7, TestContext.Current.CancellationToken);

        copy.Length.ShouldBe(length);
        sum.ShouldBe(charged);
    }

    [Fact]
    public async Task One_large_read_is_charged_like_many_small_ones()
    {
        var sum = 0L;
        await using var body = new ChargedBody(new MemoryStream(new byte[1000]), 100, bytes => sum += bytes);

        (await body.ReadAsync(new byte[1000], TestContext.Current.CancellationToken)).ShouldBe(1000);

        sum.ShouldBe(900);
    }

    [Fact]
    public async Task Many_short_bodies_of_unknown_length_at_once_are_all_taken()
    {
        await using var server = await LoopbackServer.StartAsync(new() { MaxBodyBytes = 1_000_000, MaxBytesInFlight = 1_000_000 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => ChunkedAsync(server, $"{{\"name\": \"e{i}\"}}")));

        answers.ShouldAllBe(answer => answer == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_body_that_finds_the_room_taken_is_refused_and_what_was_charged_is_given_back()
    {
        const int Length = 1_000_000;
        var read = new SemaphoreSlim(0);
        var leave = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var limit = new LoadLimit(ReadAndWaitAsync, new() { MaxBodyBytes = Length, MaxBytesInFlight = Length });

        // What is charged of one is three quarters of the room.
        var first = limit.InvokeAsync(Chunked(Length));
        await read.WaitAsync(TestContext.Current.CancellationToken);
        var refusal = await Should.ThrowAsync<AssayException>(() => limit.InvokeAsync(Chunked(Length)));
        leave.SetResult();
        await first;
        await limit.InvokeAsync(Chunked(Length));

        refusal.Code.ShouldBe(ErrorCode.RequestLimitExceeded);

        async Task ReadAndWaitAsync(HttpContext context)
        {
            await context.Request.Body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
            read.Release();
            await leave.Task;
        }
    }

    private static DefaultHttpContext Chunked(int length)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/api/2.0/mlflow/runs/log-batch";
        context.Request.Headers.TransferEncoding = "chunked";
        context.Request.Body = new MemoryStream(new byte[length]);
        return context;
    }

    private static async Task<HttpStatusCode> ChunkedAsync(LoopbackServer server, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/2.0/mlflow/experiments/create") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
