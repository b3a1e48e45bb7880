using System.Collections.Concurrent;
using Assay.Models;

namespace Assay.Tests.Models.Resilience;

public sealed class RateLimitedModelTests
{
    private readonly FakeClock clock = new();

    [Fact]
    public async Task Requests_AreSpreadEvenly_InOrder()
    {
        var (starts, model) = Limited(requestsPerMinute: 30);

        await clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 61).Select(n => model.AskAsync(Ask.User($"{n}")))));

        starts.Select(start => start.Prompt).ShouldBe(Enumerable.Range(0, 61).Select(n => $"{n}"));
        foreach (var (n, start) in starts.Index())
        {
            start.At.TotalSeconds.ShouldBe(n * 2, tolerance: 0.1);
        }
    }

    [Fact]
    public async Task ManyRequestsAMinute_MayStartASecondsWorthAtOnce()
    {
        var (starts, model) = Limited(requestsPerMinute: 600);

        await clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 110).Select(n => model.AskAsync(Ask.User($"{n}")))));

        starts.Count(start => start.At == TimeSpan.Zero).ShouldBe(10);
        clock.Elapsed.TotalSeconds.ShouldBe(10, tolerance: 0.2);
    }

    [Fact]
    public async Task Tokens_AreGuessedFromPromptAndMaxTokens()
    {
        var (starts, model) = Limited(tokensPerMinute: 6000);
        var request = Ask.User(new string('x', 400)) with { Parameters = new CallParameters { MaxTokens = 400 } };

        await clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 5).Select(_ => model.AskAsync(request))));

        // 500 tokens a call at 100 a second.
        starts.Select(start => Math.Round(start.At.TotalSeconds)).ShouldBe([0, 5, 10, 15, 20]);
    }

    [Fact]
    public async Task Tokens_AreCorrectedByWhatTheServiceCounted()
    {
        var (starts, model) = Limited(tokensPerMinute: 6000, usage: new TokenUsage(90, 10));
        var request = Ask.User(new string('x', 400)) with { Parameters = new CallParameters { MaxTokens = 4000 } };

        await clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 5).Select(_ => model.AskAsync(request))));

        // 100 tokens a call in truth, not 4,100.
        starts.Select(start => Math.Round(start.At.TotalSeconds)).ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public async Task TokensBeyondTheGuess_AreOwed()
    {
        var (starts, model) = Limited(tokensPerMinute: 6000, usage: new TokenUsage(0, 1000));

        await clock.RunAsync(model.AskAsync(Ask.User("x")));
        await clock.RunAsync(model.AskAsync(Ask.User("x")));

        starts.Last().At.TotalSeconds.ShouldBe(9.02, tolerance: 0.1);
    }

    [Fact]
    public async Task FailedCall_CostsNoTokens()
    {
        var model = new RateLimitedModel(Ask.Script(new ModelException(ModelFailure.Rejected, "no"), Answer.FromText("a")), null, 60, clock);
        var request = Ask.User("x") with { Parameters = new CallParameters { MaxTokens = 1000 } };

        await model.FailAsync(request);
        await model.AskAsync(request);

        clock.Elapsed.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task CancelledWaiter_LeavesTheQueue_AndTheNextGoesOn()
    {
        var (starts, model) = Limited(requestsPerMinute: 60);
        using var cancellation = new CancellationTokenSource();

        await model.AskAsync(Ask.User("a"));
        var leaving = model.AskAsync(Ask.User("b"), cancellation.Token);
        var staying = model.AskAsync(Ask.User("c"));
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => leaving);
        await clock.RunAsync(staying);

        starts.Select(start => start.Prompt).ShouldBe(["a", "c"]);
        clock.Elapsed.TotalSeconds.ShouldBe(1, tolerance: 0.1);
    }

    private (ConcurrentQueue<(string Prompt, TimeSpan At)> Starts, RateLimitedModel Model) Limited(
        double? requestsPerMinute = null, double? tokensPerMinute = null, TokenUsage? usage = null)
    {
        var starts = new ConcurrentQueue<(string, TimeSpan)>();
        var model = new FunctionModel("limited:model", (request, _) =>
        {
            starts.Enqueue((request.Prompt, clock.Elapsed));
            return Task.FromResult(new Answer { Text = "", Usage = usage });
        });
        return (starts, new RateLimitedModel(model, requestsPerMinute, tokensPerMinute, clock));
    }
}
