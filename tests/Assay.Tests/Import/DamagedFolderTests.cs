using Assay.Import;
using Assay.Tracking;
using static Assay.Tests.Import.MlrunsFolder;

namespace Assay.Tests.Import;

/// <summary>What is damaged is named and passed over; the rest is copied.</summary>
public sealed class DamagedFolderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "it has no meta.yaml")]
    [InlineData("", "meta.yaml is empty")]
    [InlineData("run_id: [unclosed\n", "not valid YAML")]
    [InlineData("just a word", "keys and values are expected")]
    [InlineData("- a\n- b\n", "keys and values are expected")]
    [InlineData("status: 3\n", "it has neither run_id nor run_uuid")]
    [InlineData("run_id: 99999999999999999999999999999999\n", "it is of run 99999999999999999999999999999999")]
    [InlineData("run_id: 22222222222222222222222222222222\nstatus: 9\n", "status: '9' is none")]
    [InlineData("run_id: 22222222222222222222222222222222\nstart_time: noon\n", "start_time: 'noon' is not a whole number")]
    [InlineData("run_id: 22222222222222222222222222222222\nlifecycle_stage: lost\n", "neither active nor deleted")]
    [InlineData("a: &a [x, x]\nb: *a\nrun_id: 22222222222222222222222222222222\n", "aliases have no place here")]
    public async Task DamagedRun_IsNamed_AndTheOthersAreCopied(string? meta, string reason)
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small();
        if (meta is null)
        {
            File.Delete(lab.Mlruns[$"7/{Run2}/meta.yaml"]);
        }
        else
        {
            lab.Mlruns.Write($"7/{Run2}/meta.yaml", meta);
        }

        var report = await lab.ImportAsync();

        report.Runs.ShouldBe(new ImportCounts(2, 0, 0, 1, 0));
        var omission = report.Omissions.ShouldHaveSingleItem();
        omission.What.ShouldBe($"run 7/{Run2}");
        omission.Reason.ShouldContain(reason);
    }

    [Fact]
    public async Task YamlBombs_cost_nothing_and_are_named()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small()
            .Write($"7/{Run1}/meta.yaml", $"run_id: {Run1}\na: {new string('[', 500_000)}")
            .Write($"7/{Run2}/meta.yaml", $"run_id: {Run2}\na: {new string('x', 2 << 20)}")
            .Write($"7/{Run3}/meta.yaml", "a: &a [l,l,l,l,l,l,l,l]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]\n");

        var report = await lab.ImportAsync();

        report.Runs.ShouldBe(new ImportCounts(0, 0, 0, 3, 0));
        report.Omissions.Select(omission => omission.Reason).ShouldBe(
            [
                "meta.yaml, line 2: nested more than 16 deep",
                "meta.yaml has 2,097,196 bytes, more than the 1,048,576 that such a file may have",
                "meta.yaml, line 2: anchors and aliases have no place here",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("no meta", null, "it has no meta.yaml")]
    [InlineData("damaged", "name: ''\n", "it has no name")]
    public async Task DamagedExperiment_IsNamed(string folder, string? meta, string reason)
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small().Write($"{folder}/{Run1[..31]}5/meta.yaml", $"run_id: {Run1[..31]}5\n");
        if (meta is not null)
        {
            lab.Mlruns.Write($"{folder}/meta.yaml", meta);
        }

        var report = await lab.ImportAsync();

        report.Experiments.ShouldBe(new ImportCounts(1, 0, 1, 1, 0));
        report.Omissions.ShouldHaveSingleItem().Reason.ShouldContain(reason);
        report.Omissions[0].What.ShouldBe($"experiment {folder}");
        report.Runs.Copied.ShouldBe(3);
    }

    [Fact]
    public async Task Parts_that_cannot_be_copied_are_named_each_time_and_the_rest_of_the_run_is_there()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Experiment("7", "lab").Run("7", Run1)
            .Write($"7/{Run1}/params/good", "1").Write($"7/{Run1}/params/long", new string('x', 7000)).Write($"7/{Run1}/params/what?", "1")
            .Write($"7/{Run1}/metrics/empty", "")
            .Write($"7/{Run1}/metrics/loss", "1700000000000 0.5 1\nnonsense\n\r\n-5 1.0 2\n1700000000000 0.25 3\r\n1700000000000 0.1")
            .Write($"7/{Run1}/inputs/i1/meta.yaml", "source_id: d9\nsource_type: DATASET\n")
            .Write($"7/{Run1}/artifacts/nul", "x").Write($"7/{Run1}/artifacts/ok", "y");
        await File.WriteAllBytesAsync(lab.Mlruns[$"7/{Run1}/params/latin"], [0xE4, 0xF6], Cancel);

        foreach (var expected in new[] { new ImportCounts(1, 0, 0, 0, 0), new ImportCounts(0, 1, 0, 0, 0) })
        {
            var report = await lab.ImportAsync();

            report.Runs.ShouldBe(expected);
            report.Omissions.Select(omission => $"{omission.What.Split(", ")[1]}: {omission.Reason}").ShouldBe(
                [
                    "data set d9: it has no meta.yaml",
                    "parameter 'latin': its file is not UTF-8",
                    "parameter 'long': 'Param value' exceeds the maximum length of 6000 characters",
                    "parameter 'what?': Invalid value \"what?\" for parameter 'key' supplied: Names may only contain alphanumerics, "
                        + "underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).",
                    "metric 'empty': its file is empty",
                    "metric 'loss': 2 lines cannot be read, the first is line 2",
                    "metric 'loss': a point was refused: Invalid value -5 for parameter 'timestamp' supplied. It must not be negative",
                    "artifact 'nul': Invalid path: 'nul': 'nul' is a reserved name",
                ],
                ignoreOrder: true);
            var run = await lab.RunAsync(Run1);
            run.Status.ShouldBe(RunStatus.Finished);
            run.Params.ShouldBe([new Param("good", "1")]);
            (await lab.HistoryAsync(Run1, "loss")).Select(point => point.Step).ShouldBe([1, 3]);
            (await lab.ReadAsync(run.ArtifactUri, "ok")).ShouldBe("y");
        }
    }

    [Fact]
    public async Task A_metric_refused_altogether_is_named_once()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Experiment("7", "lab").Run("7", Run1)
            .Points($"7/{Run1}", "bad?", [.. Enumerable.Range(0, 5000).Select(i => (1_700_000_000_000L + i, "1.0", (long)i))])
            .Points($"7/{Run1}", "good", (1_700_000_000_000, "1.0", 1));

        var report = await lab.ImportAsync();

        report.Omissions.ShouldHaveSingleItem().Reason.ShouldStartWith("5000 points were refused, the first: Invalid value \"bad?\"");
        (await lab.HistoryAsync(Run1, "good")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_is_here_and_was_not_imported_is_left_as_it_is()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small();
        var mine = await lab.Store.Tracking.CreateRunAsync(new NewRun("0", "mine") { RunId = Run1 }, Cancel);

        var report = await lab.ImportAsync();

        report.Runs.ShouldBe(new ImportCounts(2, 0, 0, 0, 1));
        report.Omissions.ShouldHaveSingleItem().Reason.ShouldBe("a run of that id is here already and was not imported; it is left as it is");
        (await lab.RunAsync(Run1)).RunName.ShouldBe(mine.RunName);
        (await lab.RunAsync(Run1)).Params.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_experiment_that_is_deleted_here_is_not_filled()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small();
        var there = await lab.Store.Tracking.CreateExperimentAsync(new NewExperiment("lab"), Cancel);
        await lab.Store.Tracking.SetExperimentStageAsync(there.ExperimentId, LifecycleStage.Deleted, Cancel);

        var report = await lab.ImportAsync();

        report.Experiments.Failed.ShouldBe(1);
        report.Omissions.ShouldHaveSingleItem().Reason.ShouldContain("is deleted here; restore or rename it and import again");
        report.Runs.Total.ShouldBe(0);
    }
}
