using Assay.Models;

namespace Assay.Tests.Models.Pipelines;

public sealed class SharedCallsModelTests
{
    [Fact]
    public async Task CallWhoseMakerGaveUp_IsMadeAgainForWhoeverWaits()
    {
        var (calls, begun) = (0, new TaskCompletionSource());
        var model = new SharedCallsModel(new FunctionModel("script:model", async (_, token) =>
        {
            if (Interlocked.Increment(ref calls) == 1)
            {
                begun.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }

            return new Answer { Text = "again" };
        }));
        using var gaveUp = new CancellationTokenSource();

        var maker = model.AskAsync(Ask.User("?"), gaveUp.Token);
        await begun.Task;
        var other = model.AskAsync(Ask.User("?"));
        await gaveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => maker);
        (await other).Text.ShouldBe("again");
        calls.ShouldBe(2);
    }

    [Fact]
    public async Task SameQuestionAboutTheSameRow_IsAskedOnce()
    {
        var calls = 0;
        var model = new SharedCallsModel(new FunctionModel("script:model", (_, _) => Task.FromResult(new Answer { Text = $"{Interlocked.Increment(ref calls)}" })));

        (await model.AskAsync(Ask.User("?"))).Text.ShouldBe("1");
        (await model.AskAsync(Ask.User("?"))).Text.ShouldBe("1");
        (await model.AskAsync(Ask.User("?", row: "2"))).Text.ShouldBe("2");
        model.Shared.ShouldBe(1);
    }
}
