using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Experiments, as every tracking store must keep them.</summary>
public abstract class ExperimentContract : StoreContract
{
    [Fact]
    public async Task A_new_store_has_the_experiment_Default_with_id_0()
    {
        var experiment = await Tracking.GetExperimentAsync("0", Cancel);
        experiment.Name.ShouldBe("Default");
        experiment.ArtifactLocation.ShouldBe("mlflow-artifacts:/0");
        experiment.Workspace.ShouldBe("default");
        experiment.CreationTime.ShouldBeGreaterThan(1_600_000_000_000);
    }

    [Fact]
    public async Task Created_experiments_have_growing_decimal_ids_and_artifact_locations()
    {
        var first = await Tracking.CreateExperimentAsync(new NewExperiment("a", Tags: [new Tag("team", "x")]), Cancel);
        var second = await Tracking.CreateExperimentAsync(new NewExperiment("b", "mlflow-artifacts:/elsewhere"), Cancel);
        first.ExperimentId.ShouldBe("1");
        first.ArtifactLocation.ShouldBe("mlflow-artifacts:/1");
        first.Tags.ShouldBe([new Tag("team", "x")]);
        second.ExperimentId.ShouldBe("2");
        second.ArtifactLocation.ShouldBe("mlflow-artifacts:/elsewhere");
        (await Tracking.GetExperimentAsync("1", Cancel)).ShouldBeSameAs(first);
        (await Tracking.FindExperimentAsync("b", Cancel)).ShouldBeSameAs(second);
        (await Tracking.FindExperimentAsync("c", Cancel)).ShouldBeNull();
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("nope")]
    [InlineData("-1")]
    public async Task GetExperiment_Unknown_SaysSo(string id) =>
        await ShouldRefuse(Tracking.GetExperimentAsync(id, Cancel), ErrorCode.ResourceDoesNotExist, $"No Experiment with id={id} exists");

    [Fact]
    public async Task A_name_is_taken_also_by_a_deleted_experiment()
    {
        var experiment = await Tracking.CreateExperimentAsync(new NewExperiment("a"), Cancel);
        var again = () => Tracking.CreateExperimentAsync(new NewExperiment("a"), Cancel);
        await ShouldRefuse(again(), ErrorCode.ResourceAlreadyExists, "Experiment(name=a) already exists. Choose another name.");
        await Tracking.SetExperimentStageAsync(experiment.ExperimentId, LifecycleStage.Deleted, Cancel);
        await ShouldRefuse(
            again(), ErrorCode.ResourceAlreadyExists, "Experiment(name=a) already exists. It is deleted: restore experiment 1 or choose another name.");
    }

    [Fact]
    public async Task Names_are_checked()
    {
        await ShouldRefuse(
            Task.Run(() => Tracking.CreateExperimentAsync(new NewExperiment(""), Cancel)), ErrorCode.InvalidParameterValue,
            "Missing value for required parameter 'name'. See the API docs for more information about request parameters.");
        await ShouldRefuse(
            Task.Run(() => Tracking.CreateExperimentAsync(new NewExperiment(new string('n', 501)), Cancel)), ErrorCode.InvalidParameterValue,
            "'Experiment name' exceeds the maximum length of 500 characters");
    }

    [Fact]
    public async Task RenameExperiment_ChangesTheName_UnlessTakenOrDeleted()
    {
        await Tracking.CreateExperimentAsync(new NewExperiment("a"), Cancel);
        await Tracking.CreateExperimentAsync(new NewExperiment("b"), Cancel);
        await Tracking.RenameExperimentAsync("1", "c", Cancel);
        (await Tracking.GetExperimentAsync("1", Cancel)).Name.ShouldBe("c");
        await ShouldRefuse(
            Tracking.RenameExperimentAsync("1", "b", Cancel), ErrorCode.ResourceAlreadyExists, "Experiment(name=b) already exists. Choose another name.");
        await Tracking.SetExperimentStageAsync("1", LifecycleStage.Deleted, Cancel);
        await ShouldRefuse(Tracking.RenameExperimentAsync("1", "d", Cancel), ErrorCode.InvalidState, "Cannot rename a non-active experiment.");
    }

    [Fact]
    public async Task Deleting_an_experiment_deletes_its_runs_and_restoring_it_restores_those_only()
    {
        await Tracking.CreateExperimentAsync(new NewExperiment("a"), Cancel);
        var kept = await NewRunAsync("1");
        var thrown = await NewRunAsync("1");
        await Tracking.SetRunStageAsync(thrown.RunId, LifecycleStage.Deleted, Cancel);

        await Tracking.SetExperimentStageAsync("1", LifecycleStage.Deleted, Cancel);
        (await Tracking.GetRunAsync(kept.RunId, Cancel)).LifecycleStage.ShouldBe(LifecycleStage.Deleted);
        await ShouldRefuse(
            NewRunAsync("1"), ErrorCode.InvalidParameterValue, "The experiment 1 must be in the 'active' state. Current state is deleted.");
        await ShouldRefuse(
            Tracking.SetExperimentStageAsync("1", LifecycleStage.Deleted, Cancel), ErrorCode.ResourceDoesNotExist, "No Experiment with id=1 exists");

        await Tracking.SetExperimentStageAsync("1", LifecycleStage.Active, Cancel);
        (await Tracking.GetRunAsync(kept.RunId, Cancel)).LifecycleStage.ShouldBe(LifecycleStage.Active);
        (await Tracking.GetRunAsync(thrown.RunId, Cancel)).LifecycleStage.ShouldBe(LifecycleStage.Deleted);
    }

    [Fact]
    public async Task Tags_are_set_again_and_removed()
    {
        await Tracking.SetExperimentTagAsync("0", new Tag("b", "1"), Cancel);
        await Tracking.SetExperimentTagAsync("0", new Tag("a", "1"), Cancel);
        await Tracking.SetExperimentTagAsync("0", new Tag("b", "2"), Cancel);
        (await Tracking.GetExperimentAsync("0", Cancel)).Tags.ShouldBe([new Tag("a", "1"), new Tag("b", "2")]);
        await Tracking.DeleteExperimentTagAsync("0", "b", Cancel);
        await ShouldRefuse(
            Tracking.DeleteExperimentTagAsync("0", "b", Cancel), ErrorCode.ResourceDoesNotExist, "No tag with name: b in experiment with id 0");
        (await Tracking.GetExperimentAsync("0", Cancel)).Tags.ShouldBe([new Tag("a", "1")]);
    }

    [Fact]
    public async Task SearchExperiments_PagesFromTheNewest_WithoutRepeatingOrSkippingWhileOthersAreAdded()
    {
        for (var i = 1; i <= 5; i++)
        {
            await Tracking.CreateExperimentAsync(new NewExperiment($"e{i}"), Cancel);
        }

        var seen = new List<Experiment>();
        string? token = null;
        do
        {
            var page = await Tracking.SearchExperimentsAsync(new ExperimentQuery { MaxResults = 2, PageToken = token }, Cancel);
            seen.AddRange(page.Items.Where(experiment => !experiment.Name.StartsWith("late", StringComparison.Ordinal)));
            token = page.NextPageToken;
            await Tracking.CreateExperimentAsync(new NewExperiment($"late{seen.Count}"), Cancel);
        }
        while (token is not null);

        seen.Count.ShouldBe(6);
        var sorted = seen.OrderByDescending(experiment => experiment.CreationTime).ThenBy(experiment => experiment.ExperimentId, StringComparer.Ordinal);
        seen.Select(experiment => experiment.ExperimentId).ShouldBe(sorted.Select(experiment => experiment.ExperimentId).Distinct());
    }

    [Fact]
    public async Task SearchExperiments_LooksAtTheStagesAskedFor()
    {
        await Tracking.CreateExperimentAsync(new NewExperiment("a"), Cancel);
        await Tracking.SetExperimentStageAsync("1", LifecycleStage.Deleted, Cancel);
        (await Ids(ViewType.ActiveOnly)).ShouldBe(["0"]);
        (await Ids(ViewType.DeletedOnly)).ShouldBe(["1"]);
        (await Ids(ViewType.All)).ShouldBe(["0", "1"], ignoreOrder: true);

        async Task<IEnumerable<string>> Ids(ViewType view) =>
            (await Tracking.SearchExperimentsAsync(new ExperimentQuery { View = view }, Cancel)).Items.Select(experiment => experiment.ExperimentId);
    }
}
