using Assay.LoggedModels;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Logged models, and what runs have to do with them, as every store must keep them.</summary>
public abstract class LoggedModelContract : StoreContract
{
    private ILoggedModelStore Models => Store.LoggedModels;

    [Fact]
    public async Task A_created_model_is_pending_and_has_a_place_for_its_files()
    {
        var run = await NewRunAsync();
        var created = await Models.CreateAsync(
            new NewLoggedModel("0", "agent")
            {
                ModelType = "Agent", SourceRunId = run.RunId, Params = [new Param("k", "v")], Tags = [new Tag("b", "2"), new Tag("a", "1")],
            },
            Cancel);
        created.ModelId.ShouldMatch("^m-[0-9a-f]{32}$");
        created.ShouldBeSameAs(new LoggedModel
        {
            ModelId = created.ModelId, ExperimentId = "0", Name = "agent", ArtifactUri = $"mlflow-artifacts:/0/models/{created.ModelId}/artifacts",
            CreationTime = created.CreationTime, LastUpdateTime = created.CreationTime, Status = LoggedModelStatus.Pending, ModelType = "Agent",
            SourceRunId = run.RunId, Params = [new Param("k", "v")], Tags = [new Tag("a", "1"), new Tag("b", "2")],
        });
        (await Models.GetAsync(created.ModelId, Cancel)).ShouldBeSameAs(created);
    }

    [Fact]
    public async Task A_model_without_a_name_gets_one_and_one_from_elsewhere_keeps_its_id()
    {
        (await NewModelAsync()).Name.ShouldNotBeEmpty();
        var copy = new NewLoggedModel("0") { ModelId = "m-" + new string('a', 32), CreationTime = 1_000 };
        var copied = await Models.CreateAsync(copy, Cancel);
        (copied.ModelId, copied.CreationTime).ShouldBe((copy.ModelId, 1_000));
        await ShouldRefuse(Models.CreateAsync(copy, Cancel), ErrorCode.ResourceAlreadyExists, $"Logged model with ID '{copy.ModelId}' already exists.");
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData("a.b")]
    [InlineData("a%b")]
    [InlineData("a\"b")]
    public async Task Names_that_would_not_do_in_a_URI_are_refused(string name) => await ShouldRefuse(
        Task.Run(() => Models.CreateAsync(new NewLoggedModel("0", name), Cancel)), ErrorCode.InvalidParameterValue,
        $"Invalid model name ('{name}') provided. Model name must be a non-empty string and cannot contain the following characters: "
        + "('/', ':', '.', '%', '\"', \"'\")");

    [Fact]
    public async Task Finalizing_says_whether_the_files_are_there()
    {
        var model = await NewModelAsync();
        (await Models.FinalizeAsync(model.ModelId, LoggedModelStatus.Ready, Cancel)).Status.ShouldBe(LoggedModelStatus.Ready);
        (await Models.GetAsync(model.ModelId, Cancel)).Status.ShouldBe(LoggedModelStatus.Ready);
    }

    [Fact]
    public async Task A_deleted_model_is_not_there_any_more()
    {
        var model = await NewModelAsync();
        await Models.DeleteAsync(model.ModelId, Cancel);
        var message = $"Logged model with ID '{model.ModelId}' not found.";
        await ShouldRefuse(Models.GetAsync(model.ModelId, Cancel), ErrorCode.ResourceDoesNotExist, message);
        await ShouldRefuse(Models.DeleteAsync(model.ModelId, Cancel), ErrorCode.ResourceDoesNotExist, message);
        await ShouldRefuse(Models.SetTagsAsync(model.ModelId, [new Tag("k", "v")], Cancel), ErrorCode.ResourceDoesNotExist, message);
    }

    [Fact]
    public async Task Notes_are_set_again_and_removed()
    {
        var model = await NewModelAsync();
        await Models.SetTagsAsync(model.ModelId, [new Tag("k", "1"), new Tag("l", "1")], Cancel);
        (await Models.SetTagsAsync(model.ModelId, [new Tag("k", "2")], Cancel)).Tags.ShouldBe([new Tag("k", "2"), new Tag("l", "1")]);
        await Models.DeleteTagAsync(model.ModelId, "k", Cancel);
        await ShouldRefuse(
            Models.DeleteTagAsync(model.ModelId, "k", Cancel), ErrorCode.ResourceDoesNotExist,
            $"No tag with key 'k' found for model with ID '{model.ModelId}'.");
    }

    [Fact]
    public async Task Settings_are_written_once()
    {
        var model = await NewModelAsync();
        await Models.LogParamsAsync(model.ModelId, [new Param("k", "1")], Cancel);
        await Models.LogParamsAsync(model.ModelId, [new Param("k", "1")], Cancel);
        await ShouldRefuse(
            Models.LogParamsAsync(model.ModelId, [new Param("j", "new"), new Param("k", "2")], Cancel), ErrorCode.InvalidParameterValue,
            $"Changing param values is not allowed. Param with key='k' was already logged with value='1' for model ID='{model.ModelId}'. "
            + "Attempted logging new value '2'.");
        (await Models.GetAsync(model.ModelId, Cancel)).Params.ShouldBe([new Param("k", "1")]);
    }

    [Fact]
    public async Task A_metric_that_names_a_model_is_kept_with_the_run_and_with_the_model()
    {
        var model = await NewModelAsync();
        var run = await NewRunAsync();
        Metric[] points =
        [
            new("acc", 0.5, 10, 1) { ModelId = model.ModelId },
            new("acc", double.NaN, 20, 2) { ModelId = model.ModelId, DatasetName = "test", DatasetDigest = "d1" },
            new("acc", double.NegativeInfinity, 20, 2) { ModelId = model.ModelId, DatasetName = "test", DatasetDigest = "d2" },
            new("own", 1, 30, 0),
        ];
        await Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = points }, Cancel);
        await Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = points }, Cancel);

        (await Models.GetAsync(model.ModelId, Cancel)).Metrics.ShouldBe(points[..3].Select(point => new RunMetric(run.RunId, point)));
        (await Tracking.GetRunAsync(run.RunId, Cancel)).Metrics.Select(metric => metric.Key).ShouldBe(["acc", "own"]);
    }

    [Fact]
    public async Task A_metric_of_a_model_that_there_is_not_is_refused_with_its_batch()
    {
        var run = await NewRunAsync();
        await ShouldRefuse(
            Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [new("a", 1, 1), new("b", 1, 1) { ModelId = "m-none" }] }, Cancel),
            ErrorCode.ResourceDoesNotExist, "Logged model with ID 'm-none' not found.");
        (await Tracking.GetRunAsync(run.RunId, Cancel)).Metrics.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_tells_the_models_that_it_read_and_made()
    {
        var run = await NewRunAsync();
        var other = await NewRunAsync();
        await Tracking.LogModelInputsAsync(run.RunId, ["m-2", "m-1"], Cancel);
        await Tracking.LogModelInputsAsync(run.RunId, ["m-1"], Cancel);
        await Tracking.LogModelOutputsAsync(run.RunId, [new ModelOutput("m-3", 4)], Cancel);
        await Tracking.LogModelOutputsAsync(run.RunId, [new ModelOutput("m-3", 4)], Cancel);

        var found = await Tracking.GetRunAsync(run.RunId, Cancel);

        found.ModelInputs.ShouldBe(["m-2", "m-1"]);
        found.ModelOutputs.ShouldBe([new ModelOutput("m-3", 4)]);
        var listed = (await Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"] }, Cancel)).Items;
        listed.Single(one => one.RunId == run.RunId).ShouldBeSameAs(found);
        listed.Single(one => one.RunId == other.RunId).ModelOutputs.ShouldBeEmpty();
    }

    private Task<LoggedModel> NewModelAsync() => Models.CreateAsync(new NewLoggedModel("0"), Cancel);
}
