using System.Text;
using Assay.Evaluations;
using Assay.LoggedModels;
using Assay.Storage;
using Assay.Storage.Maintenance;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Deleting for good what is in the bin, as every SQL store must do it.</summary>
public abstract class GarbageContract : StoreContract
{
    private GarbageCollector Garbage => ((SqlStore)Store).Garbage;

    [Fact]
    public async Task What_is_in_use_stays_and_what_is_in_the_bin_goes_with_its_artifacts()
    {
        var kept = await FullRunAsync("0", 3);
        var thrown = await FullRunAsync("0", 3);
        await Tracking.SetRunStageAsync(thrown.RunId, LifecycleStage.Deleted, Cancel);
        (await Garbage.CountAsync(new GarbageSelection(), Cancel)).ShouldBe(new GarbageCount(Runs: 1));
        await Tracking.GetRunAsync(thrown.RunId, Cancel);

        var summary = await Garbage.CollectAsync(new GarbageSelection(), cancellationToken: Cancel);

        summary.Deleted.ShouldBe(new GarbageCount(Runs: 1));
        summary.ArtifactFolders.ShouldBe(1);
        summary.Left.ShouldBeEmpty();
        await ShouldRefuse(Tracking.GetRunAsync(thrown.RunId, Cancel), ErrorCode.ResourceDoesNotExist, $"Run with id={thrown.RunId} not found");
        (await Store.Artifacts.ListAsync(thrown.ArtifactUri, null, Cancel)).ShouldBeEmpty();
        (await Tracking.GetRunAsync(kept.RunId, Cancel)).ShouldBeSameAs(kept);
        (await Store.Evaluations.CountAsync(kept.RunId, Cancel)).Total.ShouldBe(3);
        (await Store.Artifacts.ListAsync(kept.ArtifactUri, null, Cancel)).ShouldHaveSingleItem();
        (await Garbage.CollectAsync(new GarbageSelection(), cancellationToken: Cancel)).Rows.ShouldBe(0);
    }

    [Fact]
    public async Task An_experiment_goes_with_its_runs_and_models_and_its_name_is_free_again()
    {
        var experiment = await Tracking.CreateExperimentAsync(new NewExperiment("a", Tags: [new Tag("k", "v")]), Cancel);
        await FullRunAsync(experiment.ExperimentId, 1);
        await Store.LoggedModels.CreateAsync(new NewLoggedModel(experiment.ExperimentId) { Params = [new Param("k", "v")] }, Cancel);
        await Tracking.SetExperimentStageAsync(experiment.ExperimentId, LifecycleStage.Deleted, Cancel);
        (await Garbage.CountAsync(new GarbageSelection(), Cancel)).ShouldBe(new GarbageCount(1, 1, 1));

        (await Garbage.CollectAsync(new GarbageSelection(), cancellationToken: Cancel)).Deleted.ShouldBe(new GarbageCount(1, 1, 1));

        (await Tracking.FindExperimentAsync("a", Cancel)).ShouldBeNull();
        (await Tracking.CreateExperimentAsync(new NewExperiment("a"), Cancel)).ExperimentId.ShouldNotBe(experiment.ExperimentId);
    }

    [Fact]
    public async Task What_a_long_history_was_summed_up_in_goes_with_it()
    {
        var run = await NewRunAsync();
        foreach (var steps in Enumerable.Range(0, 9000).Chunk(1000))
        {
            await Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [.. steps.Select(step => new Metric("m", step, step, step))] }, Cancel);
        }

        await Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Deleted, Cancel);
        var summary = await Garbage.CollectAsync(new GarbageSelection(), cancellationToken: Cancel);

        // The run, its series, its points, and some pages beside.
        summary.Rows.ShouldBeGreaterThan(1 + 1 + 9000 + run.Tags.Count);
    }

    [Fact]
    public async Task A_logged_model_goes_with_its_files_while_the_run_that_measured_it_stays()
    {
        var run = await NewRunAsync();
        var model = await Store.LoggedModels.CreateAsync(new NewLoggedModel("0") { Tags = [new Tag("k", "v")] }, Cancel);
        await Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [new("acc", 1, 1) { ModelId = model.ModelId }] }, Cancel);
        await Store.Artifacts.WriteAsync(model.ArtifactUri, "MLmodel", new MemoryStream("x"u8.ToArray()), Cancel);
        await Store.LoggedModels.DeleteAsync(model.ModelId, Cancel);

        var summary = await Garbage.CollectAsync(new GarbageSelection(), cancellationToken: Cancel);

        summary.Deleted.ShouldBe(new GarbageCount(LoggedModels: 1));
        (await Store.Artifacts.ListAsync(model.ArtifactUri, null, Cancel)).ShouldBeEmpty();
        (await Tracking.GetRunAsync(run.RunId, Cancel)).Metrics.ShouldHaveSingleItem();
        await Store.LoggedModels.CreateAsync(new NewLoggedModel("0") { ModelId = model.ModelId }, Cancel);
    }

    [Fact]
    public async Task What_is_too_young_or_restored_stays()
    {
        var experiment = await Tracking.CreateExperimentAsync(new NewExperiment("a"), Cancel);
        var restored = await NewRunAsync(experiment.ExperimentId);
        await Tracking.SetExperimentStageAsync(experiment.ExperimentId, LifecycleStage.Deleted, Cancel);
        var day = new GarbageSelection { OlderThan = TimeSpan.FromDays(1) };
        (await Garbage.CollectAsync(day, cancellationToken: Cancel)).Deleted.Total.ShouldBe(0);

        await Tracking.SetRunStageAsync(restored.RunId, LifecycleStage.Active, Cancel);
        (await Garbage.CollectAsync(new GarbageSelection(), cancellationToken: Cancel)).Deleted.Total.ShouldBe(0);
        (await Tracking.GetExperimentAsync(experiment.ExperimentId, Cancel)).LifecycleStage.ShouldBe(LifecycleStage.Deleted);
        (await Tracking.GetRunAsync(restored.RunId, Cancel)).LifecycleStage.ShouldBe(LifecycleStage.Active);
    }

    [Fact]
    public async Task Only_what_is_named_goes_when_something_is_named()
    {
        var (one, two) = (await NewRunAsync(), await NewRunAsync());
        await Tracking.SetRunStageAsync(one.RunId, LifecycleStage.Deleted, Cancel);
        await Tracking.SetRunStageAsync(two.RunId, LifecycleStage.Deleted, Cancel);
        var selection = new GarbageSelection { RunIds = [one.RunId] };
        (await Garbage.CountAsync(selection, Cancel)).ShouldBe(new GarbageCount(Runs: 1));
        (await Garbage.CollectAsync(selection, cancellationToken: Cancel)).Deleted.ShouldBe(new GarbageCount(Runs: 1));
        (await Tracking.GetRunAsync(two.RunId, Cancel)).LifecycleStage.ShouldBe(LifecycleStage.Deleted);
    }

    [Fact]
    public async Task What_is_named_must_be_in_the_bin()
    {
        var run = await NewRunAsync();
        var error = await Garbage.CollectAsync(new GarbageSelection { RunIds = [run.RunId] }, cancellationToken: Cancel).ShouldThrowAsync<BadInputException>();
        error.Message.ShouldBe($"Run {run.RunId} is not in the bin: only what was deleted before can be deleted for good.");
        await ShouldRefuse(
            Garbage.CollectAsync(new GarbageSelection { ExperimentIds = ["77"] }, cancellationToken: Cancel), ErrorCode.ResourceDoesNotExist,
            "No Experiment with id=77 exists");
    }

    [Fact]
    public async Task More_rows_than_one_transaction_deletes_are_deleted_and_told()
    {
        var run = await NewRunAsync();
        for (var batch = 0; batch < 13; batch++)
        {
            await Tracking.LogBatchAsync(
                run.RunId, new RunBatch { Metrics = [.. Enumerable.Range(0, 1000).Select(i => new Metric("m", i % 3 == 0 ? double.NaN : -0.0, 7, (batch * 1000) + i))] },
                Cancel);
        }

        await Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Deleted, Cancel);
        var told = new List<GarbageProgress>();
        var summary = await Garbage.CollectAsync(new GarbageSelection(), new Listener(told), Cancel);
        summary.Rows.ShouldBeGreaterThan(13_000);
        told.Count.ShouldBeGreaterThan(2);
        told[0].Marked.ShouldBe(new GarbageCount(Runs: 1));
        told[^1].Done.ShouldBe(1);
    }

    [Fact]
    public async Task A_collection_that_was_cut_short_can_be_restored_no_more_and_is_finished_by_the_next()
    {
        var run = await FullRunAsync("0", 8_000);
        await Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Deleted, Cancel);
        using var cut = new CancellationTokenSource();
        await Garbage.CollectAsync(new GarbageSelection(), new Breaker(cut), cut.Token).ShouldThrowAsync<OperationCanceledException>();
        await ShouldRefuse(
            Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Active, Cancel), ErrorCode.ResourceDoesNotExist, $"Run with id={run.RunId} not found");
        (await Store.Artifacts.ListAsync(run.ArtifactUri, null, Cancel)).ShouldHaveSingleItem();

        var summary = await Garbage.CollectAsync(new GarbageSelection { OlderThan = TimeSpan.FromDays(99) }, cancellationToken: Cancel);

        summary.Deleted.ShouldBe(new GarbageCount(Runs: 1));
        (await Store.Artifacts.ListAsync(run.ArtifactUri, null, Cancel)).ShouldBeEmpty();
        await ShouldRefuse(Tracking.GetRunAsync(run.RunId, Cancel), ErrorCode.ResourceDoesNotExist, $"Run with id={run.RunId} not found");
    }

    [Fact]
    public async Task Compacting_leaves_everything_as_it_was()
    {
        var kept = await FullRunAsync("0", 2);
        var thrown = await FullRunAsync("0", 100);
        await Tracking.SetRunStageAsync(thrown.RunId, LifecycleStage.Deleted, Cancel);
        await Garbage.CollectAsync(new GarbageSelection(), cancellationToken: Cancel);
        await Garbage.CompactAsync(Cancel);
        (await Tracking.GetRunAsync(kept.RunId, Cancel)).ShouldBeSameAs(kept);
    }

    /// <summary>A run with something in every table.</summary>
    private async Task<Run> FullRunAsync(string experiment, int rows)
    {
        var run = await NewRunAsync(experiment);
        await Tracking.LogBatchAsync(
            run.RunId, new RunBatch { Metrics = [new("m", 1, 1), new("m", double.NaN, 2)], Params = [new("p", "v")], Tags = [new("t", "v")] }, Cancel);
        await Tracking.LogInputsAsync(
            run.RunId, [new DatasetInput(new DatasetReference("d", "1", "local", "{}"), [new Tag("mlflow.data.context", "eval")])], Cancel);
        await Tracking.LogModelOutputsAsync(run.RunId, [new ModelOutput("m-1")], Cancel);
        foreach (var part in Enumerable.Range(0, rows).Chunk(2000))
        {
            await Store.Evaluations.AppendAsync(
                run.RunId,
                [.. part.Select(i => new EvaluationRow
                {
                    RowId = $"row{i}", Index = i, Digest = "d", Fields = "{}", Scores = [new RowScore("s", 1), new RowScore("r", null, "no reason")],
                })],
                Cancel);
        }

        await Store.Artifacts.WriteAsync(run.ArtifactUri, "a.txt", new MemoryStream(Encoding.UTF8.GetBytes("text")), Cancel);
        return await Tracking.GetRunAsync(run.RunId, Cancel);
    }

    private sealed class Listener(List<GarbageProgress> told) : IProgress<GarbageProgress>
    {
        public void Report(GarbageProgress value) => told.Add(value);
    }

    private sealed class Breaker(CancellationTokenSource source) : IProgress<GarbageProgress>
    {
        public void Report(GarbageProgress value) => source.Cancel();
    }
}
