using Assay.LoggedModels;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Searches of logged models, as every store must answer them.</summary>
public abstract class LoggedModelSearchContract : StoreContract
{
    private ILoggedModelStore Models => Store.LoggedModels;

    [Theory]
    [InlineData(null, "c b a")]
    [InlineData("name = 'b'", "b")]
    [InlineData("name IN ('a', 'c')", "c a")]
    [InlineData("status = 'READY'", "b")]
    [InlineData("params.depth = '3'", "a")]
    [InlineData("tags.kind LIKE 'b%'", "c")]
    [InlineData("metrics.acc > 0.6", "b a")]
    [InlineData("metrics.acc > 0.6 AND name != 'a'", "b")]
    [InlineData("model_type = 'Agent'", "c")]
    public async Task Models_are_filtered_by_what_is_known_of_them_the_newest_first(string? filter, string names)
    {
        await MakeAsync();
        (await NamesAsync(new LoggedModelQuery { ExperimentIds = ["0"], Filter = filter })).ShouldBe(names);
    }

    [Fact]
    public async Task Metrics_are_those_measured_on_the_data_sets_that_are_named()
    {
        await MakeAsync();
        var query = new LoggedModelQuery { ExperimentIds = ["0"], Filter = "metrics.acc > 0.6", Datasets = [("test", null)] };
        (await NamesAsync(query)).ShouldBe("a");
        (await NamesAsync(query with { Datasets = [("test", "other")] })).ShouldBe("");
        (await NamesAsync(query with { Filter = null })).ShouldBe("b a");
    }

    [Fact]
    public async Task Models_are_sorted_by_attributes_and_by_metrics_those_without_last()
    {
        await MakeAsync();
        var query = new LoggedModelQuery { ExperimentIds = ["0"] };
        (await NamesAsync(query with { OrderBy = [new("name")] })).ShouldBe("a b c");
        (await NamesAsync(query with { OrderBy = [new("metrics.acc")] })).ShouldBe("b a c");
        (await NamesAsync(query with { OrderBy = [new("metrics.acc", Ascending: false)] })).ShouldBe("a b c");
        (await NamesAsync(query with { OrderBy = [new("metrics.acc", DatasetName: "test", DatasetDigest: "d1")] })).ShouldBe("b a c");
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_skip_and_deleted_models_and_other_experiments_are_left_out()
    {
        var gone = await NewAsync("gone");
        await Models.DeleteAsync(gone.ModelId, Cancel);
        var elsewhere = await Tracking.CreateExperimentAsync(new NewExperiment("elsewhere"), Cancel);
        await Models.CreateAsync(new NewLoggedModel(elsewhere.ExperimentId, "there"), Cancel);
        await MakeAsync();
        var names = new List<string>();
        var query = new LoggedModelQuery { ExperimentIds = ["0"], MaxResults = 1, OrderBy = [new("metrics.acc")] };
        do
        {
            var page = await Models.SearchAsync(query, Cancel);
            names.AddRange(page.Items.Select(model => model.Name));
            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);

        names.ShouldBe(["b", "a", "c"]);
        (await Models.SearchAsync(new LoggedModelQuery { ExperimentIds = [] }, Cancel)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Found_models_are_whole()
    {
        await MakeAsync();
        var found = (await Models.SearchAsync(new LoggedModelQuery { ExperimentIds = ["0"], Filter = "name = 'a'" }, Cancel)).Items.ShouldHaveSingleItem();
        found.ShouldBeSameAs(await Models.GetAsync(found.ModelId, Cancel));
        found.Metrics.Count.ShouldBe(2);
    }

    /// <summary>a: 0.7 on the data set test, then 0.9; b: 0.5 on test, then 0.65; c: nothing measured.</summary>
    private async Task MakeAsync()
    {
        var run = await NewRunAsync();
        var a = await NewAsync("a", 1_000, new Param("depth", "3"));
        var b = await NewAsync("b", 2_000);
        await Models.CreateAsync(
            new NewLoggedModel("0", "c") { CreationTime = 3_000, ModelType = "Agent", Tags = [new Tag("kind", "big")] }, Cancel);
        await Models.FinalizeAsync(b.ModelId, LoggedModelStatus.Ready, Cancel);
        await Tracking.LogBatchAsync(
            run.RunId,
            new RunBatch
            {
                Metrics =
                [
                    new("acc", 0.7, 10) { ModelId = a.ModelId, DatasetName = "test", DatasetDigest = "d1" },
                    new("acc", 0.9, 20) { ModelId = a.ModelId },
                    new("acc", 0.5, 10) { ModelId = b.ModelId, DatasetName = "test", DatasetDigest = "d1" },
                    new("acc", 0.65, 20) { ModelId = b.ModelId },
                ],
            },
            Cancel);
    }

    private Task<LoggedModel> NewAsync(string name, long? time = null, params Param[] parameters) =>
        Models.CreateAsync(new NewLoggedModel("0", name) { CreationTime = time, Params = parameters }, Cancel);

    private async Task<string> NamesAsync(LoggedModelQuery query) =>
        string.Join(' ', (await Models.SearchAsync(query, Cancel)).Items.Select(model => model.Name));
}
