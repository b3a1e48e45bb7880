using Assay.Models;

namespace Assay.Tests.Models.Resilience;

public sealed class TimeoutModelTests
{
    private readonly FakeClock clock = new();

    [Fact]
    public async Task SlowModel_TimesOut()
    {
        var model = new TimeoutModel(Never(), TimeSpan.FromSeconds(30), clock);

        var asking = model.FailAsync(Ask.User("x"));
        clock.Advance(TimeSpan.FromSeconds(29.9));
        asking.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(0.2));

        var failure = await asking;
        failure.Failure.ShouldBe(ModelFailure.TimedOut);
        failure.Message.ShouldBe("slow:model gave no answer within 30 s");
        failure.WorthRetrying.ShouldBeFalse();
    }

    [Fact]
    public async Task ModelThatHeedsNoToken_IsWaitedForNoLonger()
    {
        var model = new TimeoutModel(new FunctionModel("deaf:model", (_, _) => new TaskCompletionSource<Answer>().Task), TimeSpan.FromSeconds(1), clock);

        (await clock.RunAsync(model.FailAsync(Ask.User("x")))).Failure.ShouldBe(ModelFailure.TimedOut);
    }

    [Fact]
    public async Task TriesAndTheirWaits_CountTogether_AndTheLastFailureIsNamed()
    {
        var failing = Ask.Script(new ModelException(ModelFailure.ServiceError, "host answered 503"));
        var model = new TimeoutModel(new RetryingModel(failing, 5, clock), TimeSpan.FromSeconds(5), clock);

        var failure = await clock.RunAsync(model.FailAsync(Ask.User("x")));

        failure.Message.ShouldBe("script:model gave no answer within 5 s; before that: host answered 503");
        clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task WaitingForItsTurn_DoesNotCount()
    {
        var limited = new RateLimitedModel(Ask.Script(Answer.FromText("a")), requestsPerMinute: 1, tokensPerMinute: null, clock);
        var model = new TimeoutModel(limited, TimeSpan.FromSeconds(5), clock);

        await model.AskAsync(Ask.User("x"));
        (await clock.RunAsync(model.AskAsync(Ask.User("y")))).Text.ShouldBe("a");
        clock.Elapsed.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task CancellationByTheCaller_StaysCancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var asking = new TimeoutModel(Never(), TimeSpan.FromSeconds(30), clock).AskAsync(Ask.User("x"), cancellation.Token);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    }

    private static FunctionModel Never() => new("slow:model", async (_, token) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        return "";
    });
}
