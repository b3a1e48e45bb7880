using Assay.Evaluations;
using Assay.LoggedModels;
using Assay.Registry;
using Assay.Tests.Storage;
using Assay.Tracking;

namespace Assay.Server.Tests.Client.Faults;

/// <summary>A call whose answer was lost is repeated, and has its effect once: asserted on the store behind the server.</summary>
public sealed class SameEffectOnceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_is_made_once(bool plainMlflow)
    {
        await using var place = await FaultyPlace.OpenAsync(plainMlflow);
        place.Proxy.Spoil("runs/create", Fault.LostAnswer, Fault.HalfAnswer);

        var run = await place.Remote.Tracking.CreateRunAsync(new NewRun("0", "r", StartTime: 7));

        (await place.RunsAsync()).Single().RunId.ShouldBe(run.RunId);
        run.RunName.ShouldBe("r");
    }

    [Fact]
    public async Task A_run_whose_request_never_arrived_is_made()
    {
        await using var place = await FaultyPlace.OpenAsync(plainMlflow: true);
        place.Proxy.Spoil("runs/create", Fault.Broken, Fault.Page(502));

        await place.Remote.Tracking.CreateRunAsync(new NewRun("0"));

        (await place.RunsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_experiment_is_made_once_and_another_of_its_name_still_refused()
    {
        await using var place = await FaultyPlace.OpenAsync();
        place.Proxy.Spoil("experiments/create", Fault.LostAnswer);

        var experiment = await place.Remote.Tracking.CreateExperimentAsync(new NewExperiment("lab"));

        (await place.Kept.Tracking.FindExperimentAsync("lab"))!.ExperimentId.ShouldBe(experiment.ExperimentId);
        (await Should.ThrowAsync<AssayException>(() => place.Remote.Tracking.CreateExperimentAsync(new NewExperiment("lab"))))
            .Code.ShouldBe(ErrorCode.ResourceAlreadyExists);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Models_versions_and_logged_models_are_made_once(bool plainMlflow)
    {
        await using var place = await FaultyPlace.OpenAsync(plainMlflow);
        place.Proxy.Spoil("registered-models/create", Fault.LostAnswer);
        await place.Remote.Registry.CreateModelAsync(new NewRegisteredModel("it's"));
        place.Proxy.Spoil("model-versions/create", Fault.LostAnswer);
        var version = await place.Remote.Registry.CreateVersionAsync(new NewModelVersion("it's", "s3://x/y"));
        place.Proxy.Spoil("mlflow/logged-models", Fault.LostAnswer);
        var logged = await place.Remote.LoggedModels.CreateAsync(new NewLoggedModel("0", "m"));

        version.Tags.ShouldBeEmpty();
        (await place.Kept.Registry.SearchVersionsAsync(new ModelVersionQuery())).Items.Single().Version.ShouldBe(version.Version);
        (await place.Kept.LoggedModels.SearchAsync(new LoggedModelQuery { ExperimentIds = ["0"] })).Items.Single().ModelId.ShouldBe(logged.ModelId);
    }

    [Fact]
    public async Task What_is_logged_twice_is_there_once()
    {
        await using var place = await FaultyPlace.OpenAsync();
        var run = await place.Remote.Tracking.CreateRunAsync(new NewRun("0"));
        place.Proxy.Spoil("runs/log-batch", Fault.LostAnswer, Fault.HalfAnswer);

        await place.Remote.Tracking.LogBatchAsync(
            run.RunId, new RunBatch { Metrics = [new Metric("m", 1, 5)], Params = [new Param("p", "1")], Tags = [new Tag("t", "1")] });

        (await place.Kept.Tracking.GetMetricHistoryAsync(run.RunId, "m")).Items.ShouldBe([new Metric("m", 1, 5)]);
        place.Proxy.Count("runs/log-batch").ShouldBe(3);
    }

    [Fact]
    public async Task Rows_are_appended_once()
    {
        await using var place = await FaultyPlace.OpenAsync();
        var run = await place.Remote.Tracking.CreateRunAsync(new NewRun("0"));
        place.Proxy.Spoil("/rows", Fault.LostAnswer);

        await place.Remote.Evaluations.AppendAsync(run.RunId, [EvaluationStoreContract.Row(0), EvaluationStoreContract.Row(1)]);

        (await place.Kept.Evaluations.CountAsync(run.RunId)).ShouldBe(new EvaluationCounts(2, 0));
        place.Proxy.Count("/rows").ShouldBe(2);
    }

    [Fact]
    public async Task What_was_deleted_by_the_lost_call_counts_as_deleted_and_what_never_was_does_not()
    {
        await using var place = await FaultyPlace.OpenAsync();
        var run = await place.Remote.Tracking.CreateRunAsync(new NewRun("0", Tags: [new Tag("t", "1")]));
        place.Proxy.Spoil("runs/delete-tag", Fault.LostAnswer);

        await place.Remote.Tracking.DeleteRunTagAsync(run.RunId, "t");

        (await Should.ThrowAsync<AssayException>(() => place.Remote.Tracking.DeleteRunTagAsync(run.RunId, "t"))).Code.ShouldBe(ErrorCode.ResourceDoesNotExist);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_sent_again_from_its_begin_whether_its_stream_can_go_back_or_not(bool canSeek)
    {
        await using var place = await FaultyPlace.OpenAsync();
        var run = await place.Remote.Tracking.CreateRunAsync(new NewRun("0"));
        var bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        place.Proxy.Spoil("big.bin", Fault.Broken, Fault.LostAnswer);

        await using Stream content = canSeek ? new MemoryStream(bytes) : new OneWayStream(bytes);
        await place.Remote.Artifacts.WriteAsync(run.ArtifactUri, "big.bin", content);

        await using var kept = await place.Kept.Artifacts.OpenAsync(run.ArtifactUri, "big.bin");
        var read = new MemoryStream();
        await kept.Stream.CopyToAsync(read);
        read.ToArray().AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    /// <summary>Can be read once.</summary>
    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
