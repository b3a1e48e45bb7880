using Assay.Import;
using Assay.Storage;
using Assay.Tracking;
using static Assay.Tests.Import.MlrunsFolder;

namespace Assay.Tests.Import;

/// <summary>An import may end at any write and be run again; what is whole is not copied twice.</summary>
public sealed class ResumedImportTests
{
    private static readonly ImportOptions OneByOne = new() { Parallelism = 1 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ImportEndedAtEveryWrite_IsTheSameWhenRunAgain(bool afterwards)
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small().Run("7", Run3, stage: "deleted")
            .Write("7/datasets/d1/meta.yaml", "digest: 1\nname: lab\nsource: '{}'\nsource_type: local\n")
            .Write($"7/{Run1}/inputs/i1/meta.yaml", "source_id: d1\nsource_type: DATASET\n")
            .Write($"7/{Run1}/outputs/{Model1}/meta.yaml", $"destination_id: {Model1}\nstep: 1\n")
            .Write($"7/models/{Model1}/meta.yaml", $"model_id: {Model1}\nname: agent\nstatus: 2\n").Write($"7/models/{Model1}/artifacts/MLmodel", "m")
            .Write("models/clf/meta.yaml", "name: clf\n").Write("models/clf/aliases/champion", "1")
            .Write("models/clf/version-1/meta.yaml", $"creation_timestamp: 5\ncurrent_stage: Staging\nname: clf\nsource: x/7/{Run1}/artifacts/model\nversion: 1\n");
        var counting = new FaultyStore(lab.Store, 0, false);
        (await lab.ImportAsync(OneByOne, counting)).Omissions.ShouldBeEmpty();
        var expected = await DescribeAsync(lab.Store);

        counting.Writes.ShouldBeGreaterThan(20);
        for (var k = 1; k <= counting.Writes; k++)
        {
            using var folder = new TemporaryFolder();
            await using var store = await EmbeddedStore.OpenAsync(folder["assay.db"], cancellationToken: Cancel);
            await Should.ThrowAsync<OperationCanceledException>(() => lab.ImportAsync(OneByOne, new FaultyStore(store, k, afterwards)));

            var again = await lab.ImportAsync(OneByOne, store);

            again.Omissions.ShouldBeEmpty($"ended at write {k}");
            again.Runs.Total.ShouldBe(3);
            (await DescribeAsync(store)).ShouldBe(expected, $"ended at write {k}");
            var third = new FaultyStore(store, 0, false);
            var report = await lab.ImportAsync(OneByOne, third);
            report.Runs.ShouldBe(new ImportCounts(0, 0, 3, 0, 0), $"ended at write {k}");
            third.Writes.ShouldBe(0, $"ended at write {k}");
        }
    }

    [Fact]
    public async Task A_second_import_writes_nothing()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small();
        await lab.ImportAsync();

        var watched = new FaultyStore(lab.Store, 0, false);
        var report = await lab.ImportAsync(target: watched);

        watched.Writes.ShouldBe(0);
        report.Runs.ShouldBe(new ImportCounts(0, 0, 3, 0, 0));
        (report.Points, report.Files).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_run_that_went_on_at_the_source_is_brought_up_to_date_and_others_are_not_touched()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small().Run("7", Run1, "r1", status: "1", end: "null");
        await lab.ImportAsync();
        (await lab.RunAsync(Run1)).Status.ShouldBe(RunStatus.Running);

        lab.Mlruns.Run("7", Run1, "renamed").Write($"7/{Run1}/params/late", "1").Write($"7/{Run1}/artifacts/new/b.txt", "b").Write($"7/{Run1}/artifacts/a.txt", "abcd");
        await File.AppendAllTextAsync(lab.Mlruns[$"7/{Run1}/metrics/m/0"], "1700000009000 9.5 99\n", Cancel);
        var report = await lab.ImportAsync();

        report.Runs.ShouldBe(new ImportCounts(0, 1, 2, 0, 0));
        report.Omissions.ShouldBeEmpty();
        var run = await lab.RunAsync(Run1);
        (run.Status, run.EndTime, run.RunName).ShouldBe((RunStatus.Finished, 1_700_000_009_000, "renamed"));
        run.Params.ShouldContain(new Param("late", "1"));
        (await lab.HistoryAsync(Run1, "m/0")).Count.ShouldBe(11);
        (await lab.ReadAsync(run.ArtifactUri, "new/b.txt")).ShouldBe("b");
        (await lab.ReadAsync(run.ArtifactUri, "a.txt")).ShouldBe("abcd");
        report.Files.ShouldBe(2);
    }

    [Fact]
    public async Task Files_left_behind_at_first_are_copied_later()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small();
        (await lab.ImportAsync(new ImportOptions { Artifacts = false })).Files.ShouldBe(0);

        var report = await lab.ImportAsync();

        report.Runs.ShouldBe(new ImportCounts(0, 3, 0, 0, 0));
        (report.Files, report.Points).ShouldBe((6, 0));
    }

    [Fact]
    public async Task A_run_that_was_deleted_here_stays_deleted()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small();
        await lab.ImportAsync();
        await lab.Store.Tracking.SetRunStageAsync(Run1, LifecycleStage.Deleted, Cancel);

        (await lab.ImportAsync()).Runs.ShouldBe(new ImportCounts(0, 0, 3, 0, 0));

        (await lab.RunAsync(Run1)).LifecycleStage.ShouldBe(LifecycleStage.Deleted);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_tells_what_would_be()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small();
        var watched = new FaultyStore(lab.Store, 0, false);

        (await lab.ImportAsync(new ImportOptions { DryRun = true }, watched)).Runs.ShouldBe(new ImportCounts(3, 0, 0, 0, 0));
        watched.Writes.ShouldBe(0);

        await lab.ImportAsync();
        (await lab.ImportAsync(new ImportOptions { DryRun = true }, watched)).Runs.ShouldBe(new ImportCounts(0, 0, 3, 0, 0));
        watched.Writes.ShouldBe(0);
    }

    /// <summary>All that a store has of the lab, as text; ids of experiments and times of writing are the store's own.</summary>
    private static async Task<string> DescribeAsync(SqlStore store)
    {
        var lines = new List<string>();
        foreach (var id in new[] { Run1, Run2, Run3 })
        {
            var run = await store.Tracking.GetRunAsync(id, Cancel);
            lines.Add($"{id} {run.RunName} {run.UserId} {run.Status} {run.StartTime} {run.EndTime} {run.LifecycleStage}");
            lines.AddRange(run.Params.Select(param => param.ToString()));
            lines.AddRange(run.Tags.Select(tag => tag.ToString()));
            lines.AddRange(run.Inputs.Select(input => input.Dataset.ToString()));
            lines.AddRange(run.ModelOutputs.Select(output => output.ToString()));
            foreach (var metric in run.Metrics)
            {
                lines.AddRange((await store.Tracking.GetMetricHistoryAsync(id, metric.Key, cancellationToken: Cancel)).Items.Select(point => point.ToString()));
            }

            foreach (var folder in new[] { null, "model" })
            {
                lines.AddRange((await store.Artifacts.ListAsync(run.ArtifactUri, folder, Cancel)).Select(file => file.ToString()));
            }
        }

        var model = await store.LoggedModels.GetAsync(Model1, Cancel);
        lines.Add($"{model.Name} {model.Status}");
        var version = await store.Registry.GetVersionByAliasAsync("clf", "champion", Cancel);
        lines.Add($"{version.Version} {version.Stage} {version.Source} {version.StorageLocation}");
        return string.Join('\n', lines);
    }
}
