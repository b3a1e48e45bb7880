using Assay.Import;
using Assay.LoggedModels;
using Assay.Registry;
using Assay.Tracking;
using static Assay.Tests.Import.MlrunsFolder;

namespace Assay.Tests.Import;

/// <summary>What the versions of MLflow wrote is what an import reads.</summary>
public sealed class MlrunsErasTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folder_of_0_9_to_1_x_with_numbers_run_uuid_and_sources()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns
            .Write("0/meta.yaml", "artifact_location: /old/place/mlruns/0\nexperiment_id: 0\nlifecycle_stage: active\nname: Default\n")
            .Write($"0/{Run1}/meta.yaml", $"""
                artifact_uri: C:\Users\ana\mlruns\0\{Run1}\artifacts
                end_time: 1534967000500
                entry_point_name: main
                experiment_id: 0
                name: ''
                run_uuid: {Run1}
                source_name: train.py
                source_type: 4
                source_version: 0a1b2c
                start_time: 1534967000000
                status: 4
                tags: []
                user_id: ana

                """)
            .Write($"0/{Run1}/metrics/rmse", "1534967 0.5\n1534968 0.25\n")
            .Write($"0/{Run1}/params/alpha", "0.1")
            .Write($"0/{Run1}/artifacts/plot.png", "png");

        var report = await lab.ImportAsync();

        report.Omissions.ShouldBeEmpty();
        report.Runs.ShouldBe(new ImportCounts(1, 0, 0, 0, 0));
        var run = await lab.RunAsync(Run1);
        run.ExperimentId.ShouldBe("0");
        run.RunName.ShouldBe("11111111");
        (run.UserId, run.Status, run.StartTime, run.EndTime).ShouldBe(("ana", RunStatus.Failed, 1534967000000, 1534967000500));
        run.Params.ShouldBe([new Param("alpha", "0.1")]);
        run.Tags.ShouldContain(new Tag("mlflow.source.name", "train.py"));
        run.Tags.ShouldContain(new Tag("mlflow.source.type", "LOCAL"));
        run.Tags.ShouldContain(new Tag("mlflow.source.git.commit", "0a1b2c"));
        run.Tags.ShouldContain(new Tag("mlflow.project.entryPoint", "main"));
        (await lab.HistoryAsync(Run1, "rmse")).ShouldBe([new Metric("rmse", 0.5, 1534967), new Metric("rmse", 0.25, 1534968)]);
        (await lab.ReadAsync(run.ArtifactUri, "plot.png")).ShouldBe("png");
    }

    [Fact]
    public async Task Folder_of_2_x_with_nested_keys_data_sets_the_bin_and_a_registry()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small().Run("7", Run3, stage: "deleted").Run("7", Run2, status: "1", end: "null")
            .Experiment("9", "old lab", ".trash/").Write($".trash/9/{Run1[..31]}0/meta.yaml", $"run_id: {Run1[..31]}0\nstatus: 5\nlifecycle_stage: deleted\n")
            .Write("7/datasets/d1/meta.yaml", "digest: 2981c147\nname: lab\nprofile: '{\"num_rows\": 2}'\nschema: null\nsource: '{\"uri\": \"lab.csv\"}'\nsource_type: local\n")
            .Write($"7/{Run1}/inputs/i1/meta.yaml", "destination_id: d1\ndestination_type: RUN\nsource_id: d1\nsource_type: DATASET\ntags:\n  mlflow.data.context: evaluation\n")
            .Write("models/clf/meta.yaml", "aliases: {}\ncreation_timestamp: 1700000000100\ndescription: good\nlast_updated_timestamp: 1700000000300\nname: clf\n")
            .Write("models/clf/tags/team", "nlp").Write("models/clf/aliases/champion", "2")
            .Write("models/clf/version-1/meta.yaml", "creation_timestamp: 1700000000150\ncurrent_stage: Deleted_Internal\nname: clf\nversion: 1\n")
            .Write("models/clf/version-2/meta.yaml", $"""
                aliases: []
                creation_timestamp: 1700000000200
                current_stage: Production
                description: ''
                last_updated_timestamp: 1700000000250
                name: clf
                run_id: {Run1}
                run_link: ''
                source: file:///home/ana/lab/mlruns/7/{Run1}/artifacts/model
                status: READY
                storage_location: file:///home/ana/lab/mlruns/7/{Run1}/artifacts/model
                user_id: null
                version: 2

                """)
            .Write("models/clf/version-2/tags/checked", "yes");

        var report = await lab.ImportAsync();

        report.Omissions.ShouldBeEmpty();
        report.Experiments.ShouldBe(new ImportCounts(2, 0, 1, 0, 0));
        var lab7 = (await lab.Store.Tracking.FindExperimentAsync("lab", Cancel))!;
        lab7.CreationTime.ShouldBe(1_700_000_000_000);
        lab7.Tags.ShouldBe([new Tag("mlflow.note.content", "two\nlines")]);
        var run = await lab.RunAsync(Run1);
        run.Inputs.ShouldHaveSingleItem().Tags.ShouldBe([new Tag("mlflow.data.context", "evaluation")]);
        run.Inputs[0].Dataset.ShouldBe(new DatasetReference("lab", "2981c147", "local", """{"uri": "lab.csv"}""", null, """{"num_rows": 2}"""));
        (await lab.HistoryAsync(Run1, "m/1")).Select(point => (point.Step, point.Value)).ShouldBe(Enumerable.Range(0, 10).Select(step => ((long)step, step + 0.5)));
        ((await lab.RunAsync(Run2)).Status, (await lab.RunAsync(Run2)).EndTime).ShouldBe((RunStatus.Running, null));
        (await lab.RunAsync(Run3)).LifecycleStage.ShouldBe(LifecycleStage.Deleted);
        (await lab.Store.Tracking.FindExperimentAsync("old lab", Cancel))!.LifecycleStage.ShouldBe(LifecycleStage.Deleted);
        (await lab.RunAsync(Run1[..31] + "0")).LifecycleStage.ShouldBe(LifecycleStage.Deleted);
        var version = await lab.Store.Registry.GetVersionByAliasAsync("clf", "champion", Cancel);
        (version.Version, version.Stage, version.RunId, version.CreationTime).ShouldBe((2, ModelStage.Production, Run1, 1_700_000_000_200));
        version.StorageLocation.ShouldBe(run.ArtifactUri + "/model");
        version.Tags.ShouldBe([new Tag("checked", "yes")]);
        (await lab.ReadAsync(version.StorageLocation, "MLmodel")).ShouldBe("flavors: 1");
    }

    [Fact]
    public async Task Folder_of_3_x_with_logged_models_and_what_was_measured_on_them()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Experiment("7", "lab").Run("7", Run1)
            .Write($"7/{Run1}/metrics/acc", "1700000002000 0.75 3 the lab set 2981c147\n1700000003000 nan -4\n")
            .Write($"7/{Run1}/inputs/i2/meta.yaml", $"destination_id: {Run1}\ndestination_type: RUN\nsource_id: {Model1}\nsource_type: MODEL\ntags: {{}}\n")
            .Write($"7/{Run1}/outputs/{Model1}/meta.yaml", $"destination_id: {Model1}\ndestination_type: MODEL_OUTPUT\nsource_id: {Run1}\nsource_type: RUN_OUTPUT\nstep: 3\ntags: {{}}\n")
            .Write($"7/models/{Model1}/meta.yaml", $"""
                artifact_location: file:///home/ana/lab/mlruns/7/models/{Model1}/artifacts
                creation_timestamp: 1700000000500
                experiment_id: '7'
                last_updated_timestamp: 1700000000600
                model_id: {Model1}
                model_type: Agent
                name: agent
                source_run_id: {Run1}
                status: 2
                status_message: null

                """)
            .Write($"7/models/{Model1}/params/depth", "3").Write($"7/models/{Model1}/tags/a/b", "c").Write($"7/models/{Model1}/artifacts/MLmodel", "m")
            .Write($"7/models/{Model1}/metrics/acc", $"1700000002000 0.75 3 {Run1} the lab set 2981c147\n");

        var report = await lab.ImportAsync();

        report.Omissions.ShouldBeEmpty();
        report.LoggedModels.ShouldBe(new ImportCounts(1, 0, 0, 0, 0));
        var run = await lab.RunAsync(Run1);
        run.ModelInputs.ShouldBe([Model1]);
        run.ModelOutputs.ShouldBe([new ModelOutput(Model1, 3)]);
        (await lab.HistoryAsync(Run1, "acc")).Select(point => (point.Value, point.Step)).ShouldBe([(0.75, 3), (double.NaN, -4)]);
        var model = await lab.Store.LoggedModels.GetAsync(Model1, Cancel);
        (model.Name, model.ModelType, model.Status, model.SourceRunId, model.CreationTime)
            .ShouldBe(("agent", "Agent", LoggedModelStatus.Ready, Run1, 1_700_000_000_500));
        model.Params.ShouldBe([new Param("depth", "3")]);
        model.Tags.ShouldBe([new Tag("a/b", "c")]);
        model.Metrics.ShouldBe([new RunMetric(Run1, new Metric("acc", 0.75, 1_700_000_002_000, 3) { ModelId = Model1, DatasetName = "the lab set", DatasetDigest = "2981c147" })]);
        (await lab.ReadAsync(model.ArtifactUri, "MLmodel")).ShouldBe("m");
    }

    [Fact]
    public async Task Artifacts_that_a_server_kept_are_found_beside_the_folder()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Experiment("7", "lab").Run("7", Run1, uri: $"mlflow-artifacts:/7/{Run1}/artifacts")
            .Run("7", Run2, uri: $"mlflow-artifacts:/7/../../{Run1}/artifacts");
        Directory.CreateDirectory(lab[$"mlartifacts/7/{Run1}/artifacts"]);
        await File.WriteAllTextAsync(lab[$"mlartifacts/7/{Run1}/artifacts/a.txt"], "served", Cancel);

        (await lab.ImportAsync()).Omissions.ShouldBeEmpty();

        (await lab.ReadAsync((await lab.RunAsync(Run1)).ArtifactUri, "a.txt")).ShouldBe("served");
        (await lab.Store.Artifacts.ListAsync((await lab.RunAsync(Run2)).ArtifactUri, cancellationToken: Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deleted_experiment_whose_name_was_given_again_keeps_apart()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Experiment("7", "lab").Run("7", Run1).Experiment("8", "lab", ".trash/").Write($".trash/8/{Run2}/meta.yaml", $"run_id: {Run2}\nlifecycle_stage: deleted\n");

        (await lab.ImportAsync()).Omissions.ShouldBeEmpty();
        (await lab.ImportAsync()).Runs.ShouldBe(new ImportCounts(0, 0, 2, 0, 0));

        (await lab.Store.Tracking.FindExperimentAsync("lab", Cancel))!.LifecycleStage.ShouldBe(LifecycleStage.Active);
        var old = (await lab.Store.Tracking.FindExperimentAsync("lab (8)", Cancel))!;
        old.LifecycleStage.ShouldBe(LifecycleStage.Deleted);
        await lab.Store.Tracking.SetExperimentStageAsync(old.ExperimentId, LifecycleStage.Active, Cancel);
        (await lab.RunAsync(Run2)).LifecycleStage.ShouldBe(LifecycleStage.Active);
    }
}
