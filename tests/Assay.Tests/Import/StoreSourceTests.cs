using Assay.Import;
using Assay.LoggedModels;
using Assay.Registry;
using Assay.Storage;
using Assay.Tracking;
using static Assay.Tests.Import.MlrunsFolder;

namespace Assay.Tests.Import;

/// <summary>Any store is a source: here one SQLite file is copied into another.</summary>
public sealed class StoreSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Store_into_store_keeps_ids_histories_and_files_and_a_second_import_writes_nothing()
    {
        await using var from = await ImportLab.OpenAsync();
        await using var to = await ImportLab.OpenAsync();
        from.Mlruns.Small().Run("7", Run3, stage: "deleted").Experiment("9", "old", ".trash/").Write($".trash/9/{Run1[..31]}0/meta.yaml", $"run_id: {Run1[..31]}0\n");
        await from.ImportAsync();
        await from.Store.Tracking.LogInputsAsync(Run1, [new(new DatasetReference("lab", "1", "local", "{}"), [new Tag("c", "d")])], Cancel);
        await from.Store.Tracking.LogBatchAsync(Run2, new RunBatch { Metrics = [.. Enumerable.Range(0, 1000).Select(i => new Metric("long", i, i, i))] }, Cancel);

        var report = await ImportLab.ImportAsync(from.Store, to.Store);

        report.Omissions.ShouldBeEmpty();
        report.Runs.ShouldBe(new ImportCounts(4, 0, 0, 0, 0));
        foreach (var id in new[] { Run1, Run2, Run3 })
        {
            var (original, copy) = (await from.RunAsync(id), await to.RunAsync(id));
            (copy.RunName, copy.UserId, copy.Status, copy.StartTime, copy.EndTime, copy.LifecycleStage)
                .ShouldBe((original.RunName, original.UserId, original.Status, original.StartTime, original.EndTime, original.LifecycleStage));
            copy.Params.ShouldBe(original.Params);
            copy.Metrics.ShouldBe(original.Metrics);
            Own(copy).ShouldBe(Own(original));
            copy.Inputs.Select(input => input.Dataset).ShouldBe(original.Inputs.Select(input => input.Dataset));
        }

        (await to.HistoryAsync(Run2, "long")).Count.ShouldBe(1000);
        (await to.ReadAsync((await to.RunAsync(Run1)).ArtifactUri, "model/MLmodel")).ShouldBe("flavors: 1");
        (await to.Store.Tracking.FindExperimentAsync("old", Cancel))!.LifecycleStage.ShouldBe(LifecycleStage.Deleted);
        var watched = new FaultyStore(to.Store, 0, false);
        (await ImportLab.ImportAsync(from.Store, watched)).Runs.ShouldBe(new ImportCounts(0, 0, 4, 0, 0));
        watched.Writes.ShouldBe(0);

        static IEnumerable<Tag> Own(Run run) => run.Tags.Where(tag => !tag.Key.StartsWith("assay.import.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Models_logged_and_registered_are_copied_with_what_was_measured_on_them()
    {
        await using var from = await ImportLab.OpenAsync();
        await using var to = await ImportLab.OpenAsync();
        var run = await from.Store.Tracking.CreateRunAsync(new NewRun("0", "r"), Cancel);
        var model = await from.Store.LoggedModels.CreateAsync(new NewLoggedModel("0", "agent") { SourceRunId = run.RunId, Params = [new Param("p", "1")] }, Cancel);
        await from.Store.Artifacts.WriteAsync(model.ArtifactUri, "MLmodel", new MemoryStream("m"u8.ToArray()), Cancel);
        await from.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [new Metric("acc", 1, 2, 3) { ModelId = model.ModelId }] }, Cancel);
        await from.Store.Tracking.LogModelOutputsAsync(run.RunId, [new ModelOutput(model.ModelId, 3)], Cancel);
        await from.Store.Registry.CreateModelAsync(new NewRegisteredModel("it's", "d"), Cancel);
        await from.Store.Registry.CreateModelAsync(new NewRegisteredModel("prompt", Tags: [new Tag("mlflow.prompt.is_prompt", "true")]), Cancel);
        for (var i = 0; i < 3; i++)
        {
            await from.Store.Registry.CreateVersionAsync(new NewModelVersion("it's", $"models:/{model.ModelId}") { ModelId = model.ModelId, RunId = run.RunId }, Cancel);
        }

        await from.Store.Registry.DeleteVersionAsync("it's", 2, Cancel);
        await from.Store.Registry.MoveVersionAsync("it's", 3, ModelStage.Staging, cancellationToken: Cancel);
        await from.Store.Registry.SetAliasAsync("it's", "champion", 3, Cancel);

        var report = await ImportLab.ImportAsync(from.Store, to.Store);

        report.Omissions.ShouldBeEmpty();
        (report.LoggedModels.Copied, report.RegisteredModels.Copied, report.ModelVersions.Copied).ShouldBe((1, 2, 2));
        var copy = await to.Store.LoggedModels.GetAsync(model.ModelId, Cancel);
        (copy.Name, copy.SourceRunId).ShouldBe(("agent", run.RunId));
        copy.Metrics.ShouldBe([new RunMetric(run.RunId, new Metric("acc", 1, 2, 3) { ModelId = model.ModelId })]);
        (await to.ReadAsync(copy.ArtifactUri, "MLmodel")).ShouldBe("m");
        (await to.RunAsync(run.RunId)).ModelOutputs.ShouldBe([new ModelOutput(model.ModelId, 3)]);
        var version = await to.Store.Registry.GetVersionByAliasAsync("it's", "champion", Cancel);
        (version.Version, version.Stage, version.StorageLocation).ShouldBe((3, ModelStage.Staging, copy.ArtifactUri));
        var watched = new FaultyStore(to.Store, 0, false);
        await ImportLab.ImportAsync(from.Store, watched);
        watched.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task A_run_that_went_on_is_brought_up_to_date()
    {
        await using var from = await ImportLab.OpenAsync();
        await using var to = await ImportLab.OpenAsync();
        var run = await from.Store.Tracking.CreateRunAsync(new NewRun("0", "r", "ana", 5), Cancel);
        await ImportLab.ImportAsync(from.Store, to.Store);
        await from.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [new Metric("m", 1, 1, 1)] }, Cancel);
        await from.Store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Killed, 9), Cancel);

        (await ImportLab.ImportAsync(from.Store, to.Store)).Runs.ShouldBe(new ImportCounts(0, 1, 0, 0, 0));

        var copy = await to.RunAsync(run.RunId);
        (copy.Status, copy.EndTime).ShouldBe((RunStatus.Killed, 9));
        copy.Metrics.ShouldBe([new Metric("m", 1, 1, 1)]);
    }

    [Fact]
    public async Task A_target_that_is_away_ends_the_import()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Experiment("0", "Default").Experiment("7", "lab");
        for (var i = 0; i < 20; i++)
        {
            lab.Mlruns.Run("7", $"{i:x32}");
        }

        using var folder = new TemporaryFolder();
        await using var full = await EmbeddedStore.OpenAsync(folder["a.db"], new EmbeddedStoreOptions { MaxPages = 60 }, Cancel);
        for (var i = 0; i < 20; i++)
        {
            lab.Mlruns.Write($"7/{i:x32}/params/p", new string('x', 6000)).Write($"7/{i:x32}/params/q", new string('x', 6000));
        }

        (await Should.ThrowAsync<AssayException>(() => lab.ImportAsync(target: full))).Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
    }
}
