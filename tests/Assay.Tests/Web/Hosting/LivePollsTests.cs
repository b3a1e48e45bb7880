using System.Globalization;
using Assay.Web.Hosting;

namespace Assay.Tests.Web.Hosting;

public sealed class LivePollsTests
{
    private readonly FakeClock clock = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LivePolls polls;
    private int asked;
    private CancellationToken stop;

    public LivePollsTests() => polls = new LivePolls(clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follow_ByMany_AsksOnce_AndTellsAllTheSame()
    {
        var viewers = Enumerable.Range(0, 20).Select(_ => polls.FollowAsync(Numbered("a"), Cancel).GetAsyncEnumerator(Cancel)).ToList();
        var answers = viewers.Select(viewer => viewer.MoveNextAsync().AsTask()).ToList();
        polls.Count.ShouldBe(1);
        first.SetResult();
        await Task.WhenAll(answers);
        viewers.ShouldAllBe(viewer => viewer.Current == "1");

        await clock.RunAsync(Task.WhenAll(viewers.Select(viewer => viewer.MoveNextAsync().AsTask())));

        // Each with a question of its own would have heard another number.
        viewers.Select(viewer => viewer.Current).Distinct().ShouldHaveSingleItem();
        foreach (var viewer in viewers) await viewer.DisposeAsync();
    }

    [Fact]
    public async Task Follow_OfAStoreThatAnswersSlowly_AsksItATenthOfTheTime()
    {
        var question = new LiveQuestion("slow", async _ =>
        {
            await first.Task;
            clock.Advance(TimeSpan.FromSeconds(3));
            return Interlocked.Increment(ref asked).ToString(CultureInfo.InvariantCulture);
        });
        await using var viewer = polls.FollowAsync(question, Cancel).GetAsyncEnumerator(Cancel);
        var answer = viewer.MoveNextAsync().AsTask();
        first.SetResult();
        await answer;
        var answered = clock.Elapsed;
        await clock.RunAsync(viewer.MoveNextAsync().AsTask());
        (clock.Elapsed - answered).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30));
        viewer.Current.ShouldBe("2");
    }

    [Fact]
    public async Task Follow_OfOtherQuestions_AsksEach()
    {
        first.SetResult();
        await using var one = polls.FollowAsync(Numbered("a"), Cancel).GetAsyncEnumerator(Cancel);
        await using var other = polls.FollowAsync(Numbered("b"), Cancel).GetAsyncEnumerator(Cancel);

        await Task.WhenAll(one.MoveNextAsync().AsTask(), other.MoveNextAsync().AsTask());

        polls.Count.ShouldBe(2);
        one.Current.ShouldNotBe(other.Current);
    }

    [Fact]
    public async Task Leaving_OfTheLastViewer_EndsTheQuestion_AndNotBefore()
    {
        using var leaves = new CancellationTokenSource();
        await using var stays = polls.FollowAsync(Numbered("a"), Cancel).GetAsyncEnumerator(Cancel);
        await using var goes = polls.FollowAsync(Numbered("a"), leaves.Token).GetAsyncEnumerator(Cancel);
        var (waits, left) = (stays.MoveNextAsync().AsTask(), goes.MoveNextAsync().AsTask());
        await leaves.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => left);
        first.SetResult();
        await waits;
        stays.Current.ShouldBe("1");
        polls.Count.ShouldBe(1);
        stop.IsCancellationRequested.ShouldBeFalse();

        await stays.DisposeAsync();

        polls.Count.ShouldBe(0);
        stop.IsCancellationRequested.ShouldBeTrue("a question that takes long is not waited for");
    }

    [Fact]
    public async Task Failure_OfTheStore_IsToldToAll_AndAskedAnewByWhoComesBack()
    {
        var question = new LiveQuestion("a", async _ =>
        {
            await first.Task;
            return Interlocked.Increment(ref asked) > 1 ? "back" : throw new AssayException(ErrorCode.TemporarilyUnavailable, "away");
        });
        await using var one = polls.FollowAsync(question, Cancel).GetAsyncEnumerator(Cancel);
        await using var other = polls.FollowAsync(question, Cancel).GetAsyncEnumerator(Cancel);
        Task[] waits = [one.MoveNextAsync().AsTask(), other.MoveNextAsync().AsTask()];
        first.SetResult();
        foreach (var wait in waits) await Should.ThrowAsync<AssayException>(() => wait);
        polls.Count.ShouldBe(0);

        await using var again = polls.FollowAsync(question, Cancel).GetAsyncEnumerator(Cancel);

        (await again.MoveNextAsync()).ShouldBeTrue();
        again.Current.ShouldBe("back");
    }

    /// <summary>Answers how many times it was asked, the first time when the test lets it.</summary>
    private LiveQuestion Numbered(string key) => new(key, async cancellationToken =>
    {
        stop = cancellationToken;
        await first.Task.WaitAsync(cancellationToken);
        return Interlocked.Increment(ref asked).ToString(CultureInfo.InvariantCulture);
    });
}
