using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>The search of data sets that runs read, as every tracking store must answer it.</summary>
public abstract class DatasetSearchContract : StoreContract
{
    [Fact]
    public async Task Each_data_set_is_told_once_a_role_the_most_recent_first()
    {
        await ReadAsync("0", "old", "d1", "training");
        await ReadAsync("0", "new", "d2", null);
        await ReadAsync("0", "new", "d2", null);
        await ReadAsync("0", "old", "d1", "eval");

        (await Tracking.SearchDatasetsAsync(["0"], Cancel)).ShouldBe(
        [
            new DatasetSummary("0", "old", "d1", "eval"), new DatasetSummary("0", "new", "d2", null), new DatasetSummary("0", "old", "d1", "training"),
        ]);
    }

    [Fact]
    public async Task Other_experiments_and_deleted_runs_are_left_out()
    {
        var elsewhere = await Tracking.CreateExperimentAsync(new NewExperiment("elsewhere"), Cancel);
        await ReadAsync(elsewhere.ExperimentId, "there", "d", null);
        var deleted = await ReadAsync("0", "gone", "d", null);
        await Tracking.SetRunStageAsync(deleted, LifecycleStage.Deleted, Cancel);

        (await Tracking.SearchDatasetsAsync(["0"], Cancel)).ShouldBeEmpty();
        (await Tracking.SearchDatasetsAsync(["0", elsewhere.ExperimentId, "999", "nope"], Cancel)).ShouldHaveSingleItem().Name.ShouldBe("there");
    }

    private async Task<string> ReadAsync(string experiment, string name, string digest, string? context)
    {
        var run = await NewRunAsync(experiment);
        Tag[] tags = context is null ? [] : [new Tag("mlflow.data.context", context)];
        await Tracking.LogInputsAsync(run.RunId, [new DatasetInput(new DatasetReference(name, digest, "local", "{}"), tags)], Cancel);
        return run.RunId;
    }
}
