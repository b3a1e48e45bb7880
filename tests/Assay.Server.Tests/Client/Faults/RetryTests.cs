using Assay.Tracking;

namespace Assay.Server.Tests.Client.Faults;

public sealed class RetryTests
{
    [Fact]
    public async Task Retry_after_is_waited_for()
    {
        await using var place = await FaultyPlace.OpenAsync();
        place.Proxy.Spoil("experiments/get", Fault.Refusal(429, "REQUEST_LIMIT_EXCEEDED", "slowly", ("Retry-After", "7")));

        (await place.Remote.Tracking.GetExperimentAsync("0")).Name.ShouldBe("Default");

        place.Clock.Waits.Single().TotalSeconds.ShouldBeInRange(7, 7.7);
    }

    [Fact]
    public async Task Waits_grow_and_a_server_that_does_not_recover_is_said_to_be_unavailable_in_its_own_words()
    {
        await using var place = await FaultyPlace.OpenAsync();
        var full = Fault.Refusal(503, "TEMPORARILY_UNAVAILABLE", "The disk is full");
        place.Proxy.Spoil("runs/search", full, full, full, full);

        var error = await Should.ThrowAsync<AssayException>(() => place.Remote.Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"] }));

        error.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
        error.Message.ShouldBe("The disk is full");
        place.Clock.Waits.Count.ShouldBe(3);
        place.Clock.Waits[0].TotalSeconds.ShouldBeInRange(0.375, 0.625);
        place.Clock.Waits[2].TotalSeconds.ShouldBeInRange(1.5, 2.5);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_for_again()
    {
        await using var place = await FaultyPlace.OpenAsync();
        place.Proxy.Spoil("experiments/get", Fault.HalfAnswer, Fault.Broken);

        (await place.Remote.Tracking.GetExperimentAsync("0")).Name.ShouldBe("Default");
    }

    [Fact]
    public async Task What_is_refused_is_not_tried_again()
    {
        await using var place = await FaultyPlace.OpenAsync();

        await Should.ThrowAsync<AssayException>(() => place.Remote.Tracking.GetRunAsync("nope"));

        place.Proxy.Count("runs/get").ShouldBe(1);
        place.Clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Silence_has_an_end()
    {
        await using var place = await FaultyPlace.OpenAsync(timeout: SwiftClock.Never);
        await using var hasty = await Assay.Client.RemoteStore.OpenAsync(
            place.Proxy.Address, new() { MaxRetries = 0, Timeout = TimeSpan.FromMilliseconds(200) });
        place.Proxy.Spoil("experiments/get", Fault.Silence);

        var error = await Should.ThrowAsync<AssayException>(() => hasty.Tracking.GetExperimentAsync("0"));

        error.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
        error.Message.ShouldEndWith("was silent for 0.2 s");
    }

    [Fact]
    public async Task Cancellation_is_no_failure()
    {
        await using var place = await FaultyPlace.OpenAsync();
        place.Proxy.Spoil("experiments/get", Fault.Silence);
        using var stop = new CancellationTokenSource();
        var asking = place.Remote.Tracking.GetExperimentAsync("0", stop.Token);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    }
}
