using Assay.Models;
using Assay.Tests.Loopback;
using Assay.Tests.Models.OpenAI;

namespace Assay.Tests.Models.Resilience;

public sealed class RetryingModelTests
{
    private readonly FakeClock clock = new();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task PassingFailure_IsTriedAgain(int status)
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Error(status, "later"), ScriptedReply.Error(status, "later"));

        var answer = await clock.RunAsync(Over(server).AskAsync(Ask.User("x")));

        answer.Text.ShouldBe("echo: x");
        server.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task DroppedConnection_AndGarbage_AreTriedAgain()
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Dropped, ScriptedReply.Json("{\"choices\":"), ScriptedReply.Json(""));

        (await clock.RunAsync(Over(server).AskAsync(Ask.User("x")))).Text.ShouldBe("echo: x");
        server.Calls.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task OtherFailure_IsNotTriedAgain(int status)
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Error(status, "no"));

        (await Over(server).FailAsync(Ask.User("x"))).Status.ShouldBe(status);
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task LastingFailure_IsGivenUpAfterFiveRepetitions()
    {
        await using var server = await ChatServer.StartAsync();
        server.Otherwise = _ => ScriptedReply.Error(503, "down");

        var failing = Over(server).FailAsync(Ask.User("x"));
        var failure = await clock.RunAsync(failing);

        failure.Message.ShouldBe($"{server.Host} answered 503: down");
        server.Calls.Count.ShouldBe(6);
        // 0.5 + 1 + 2 + 4 + 8 seconds, each up to a quarter shorter or longer.
        clock.Elapsed.TotalSeconds.ShouldBeInRange(15.5 * 0.75, 15.5 * 1.25);
    }

    [Fact]
    public async Task RetryAfter_IsWaitedFor()
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Error(429, "slow", null, ("Retry-After", "20")));

        await clock.RunAsync(Over(server).AskAsync(Ask.User("x")));

        clock.Elapsed.TotalSeconds.ShouldBeInRange(20, 22);
    }

    [Fact]
    public async Task RetryAfterOfHours_IsWaitedForTwoMinutes()
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Error(503, "slow", null, ("Retry-After", "7200")));

        await clock.RunAsync(Over(server).AskAsync(Ask.User("x")));

        clock.Elapsed.TotalSeconds.ShouldBeInRange(120, 132);
    }

    [Fact]
    public async Task RetryAfterBeyondTheRowsTime_FailsAtOnce_WithTheServicesWords()
    {
        var throttled = new ModelException(ModelFailure.Throttled, "slow down") { RetryAfter = TimeSpan.FromSeconds(30) };
        var model = new TimeoutModel(new RetryingModel(Ask.Script(throttled, Answer.FromText("a")), 5, clock), TimeSpan.FromSeconds(10), clock);

        (await model.FailAsync(Ask.User("x"))).Message.ShouldBe("slow down");
        clock.Elapsed.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task FailureThatIsSaidToLast_IsNotTriedAgain()
    {
        var model = new RetryingModel(Ask.Script(new ModelException(ModelFailure.Unreachable, "the program ended") { WorthRetrying = false }, Answer.FromText("a")), 5, clock);

        (await model.FailAsync(Ask.User("x"))).Message.ShouldBe("the program ended");
    }

    [Fact]
    public async Task Cancellation_EndsTheWait()
    {
        using var cancellation = new CancellationTokenSource();
        var model = new RetryingModel(Ask.Script(new ModelException(ModelFailure.ServiceError, "down")), 5, clock);

        var asking = model.AskAsync(Ask.User("x"), cancellation.Token);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    }

    [Theory]
    [InlineData(ModelFailure.Unreachable, 3, 0.5, 2)]
    [InlineData(ModelFailure.ServiceError, 0, 0, 0.375)]
    [InlineData(ModelFailure.Throttled, 0, 1, 1.25)]
    [InlineData(ModelFailure.Throttled, 40, 0.5, 60)]
    public void Backoff_Doubles_WithJitter_UpToAMinute(ModelFailure failure, int attempt, double random, double seconds) =>
        Backoff.Wait(new ModelException(failure, ""), attempt, random).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("soon", "maybe", null)]
    [InlineData(null, "1.5", 1.5)]
    [InlineData("250", "9", 0.25)]
    [InlineData(null, "Wed, 31 Dec 2025 23:00:00 GMT", 0d)]
    [InlineData(null, "99999999999999999999", 86_400d)]
    [InlineData(null, "-5", null)]
    public void RetryAfterHeader_OfEachForm(string? milliseconds, string? retryAfter, double? seconds) =>
        (RetryAfterHeader.Parse(milliseconds, retryAfter, clock.GetUtcNow())?.TotalSeconds).ShouldBe(seconds);

    private RetryingModel Over(ChatServer server) => new(OpenAIChatModelTests.Model("openai:m", server), RetryingModel.DefaultRetries, clock);
}
