using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>What tables of runs ask, as every tracking store must answer it, even one that has to look into the runs for it.</summary>
public abstract class RunTableContract : StoreContract
{
    [Fact]
    public async Task The_fields_that_are_asked_for_are_there()
    {
        var run = await FullRunAsync("0");
        var query = new RunQuery { ExperimentIds = ["0"], Fields = new RunFields { Metrics = ["b", "none"], Params = ["p"], Tags = ["t"] } };

        var found = (await Tracking.SearchRunsAsync(query, Cancel)).Items.ShouldHaveSingleItem();

        found.RunId.ShouldBe(run.RunId);
        found.RunName.ShouldBe(run.RunName);
        found.Metrics.ShouldContain(new Metric("b", 2, 5, 7));
        found.Params.ShouldContain(new Param("p", "1"));
        found.Tags.ShouldContain(new Tag("t", "v"));
        found.Tags.ShouldContain(new Tag("mlflow.runName", run.RunName));
    }

    [Fact]
    public async Task All_experiments_are_searched_newest_first_in_pages()
    {
        var other = (await Tracking.CreateExperimentAsync(new NewExperiment("other"), Cancel)).ExperimentId;
        string[] newest = [(await NewRunAsync(other, 5)).RunId, (await NewRunAsync("0", 4)).RunId, (await NewRunAsync(other, 3)).RunId];
        var gone = await NewRunAsync("0", 9);
        await Tracking.SetRunStageAsync(gone.RunId, LifecycleStage.Deleted, Cancel);
        var query = new RunQuery { ExperimentIds = [], AllExperiments = true, MaxResults = 2 };

        var first = await Tracking.SearchRunsAsync(query, Cancel);
        var second = await Tracking.SearchRunsAsync(query with { PageToken = first.NextPageToken }, Cancel);

        first.Items.Concat(second.Items).Select(run => run.RunId).ShouldBe(newest);
        second.NextPageToken.ShouldBeNull();
        var deleted = await Tracking.SearchRunsAsync(query with { View = ViewType.DeletedOnly }, Cancel);
        deleted.Items.ShouldHaveSingleItem().RunId.ShouldBe(gone.RunId);
    }

    [Fact]
    public async Task Of_many_named_experiments_no_other_is_searched()
    {
        var ids = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            ids.Add((await Tracking.CreateExperimentAsync(new NewExperiment($"e{i}"), Cancel)).ExperimentId);
        }

        await NewRunAsync("0", 9);
        string[] newest = [(await NewRunAsync(ids[39], 5)).RunId, (await NewRunAsync(ids[0], 4)).RunId];

        (await Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = ids }, Cancel)).Items.Select(run => run.RunId).ShouldBe(newest);
    }

    [Fact]
    public async Task Children_are_found_by_their_parent_in_the_order_that_is_asked_for()
    {
        var parent = await NewRunAsync();
        var children = new List<string>();
        foreach (var accuracy in (double[])[0.5, 0.9, 0.7])
        {
            var child = await ChildAsync("0", parent.RunId);
            await Tracking.LogBatchAsync(child, new RunBatch { Metrics = [new Metric("accuracy", accuracy, 1)] }, Cancel);
            children.Add(child);
        }

        await ChildAsync("0", children[0]);
        await Tracking.SetRunStageAsync(await ChildAsync("0", parent.RunId), LifecycleStage.Deleted, Cancel);
        await ChildAsync((await Tracking.CreateExperimentAsync(new NewExperiment("other"), Cancel)).ExperimentId, parent.RunId);
        var query = new RunQuery
        {
            ExperimentIds = ["0"], Filter = $"tags.`mlflow.parentRunId` = '{parent.RunId}'", OrderBy = ["metrics.accuracy DESC"], MaxResults = 2,
        };

        var first = await Tracking.SearchRunsAsync(query, Cancel);
        var second = await Tracking.SearchRunsAsync(query with { PageToken = first.NextPageToken }, Cancel);

        first.Items.Concat(second.Items).Select(run => run.RunId).ShouldBe([children[1], children[2], children[0]]);
        var low = query with { Filter = $"{query.Filter} AND metrics.accuracy < 0.6" };
        (await Tracking.SearchRunsAsync(low, Cancel)).Items.ShouldHaveSingleItem().RunId.ShouldBe(children[0]);
        var none = query with { Filter = "tags.`mlflow.parentRunId` = 'none'" };
        (await Tracking.SearchRunsAsync(none, Cancel)).Items.ShouldBeEmpty();
        var others = query with { Filter = $"tags.`mlflow.parentRunId` != '{parent.RunId}'" };
        (await Tracking.SearchRunsAsync(others, Cancel)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Keys_are_told_once_in_order_by_their_kind()
    {
        await FullRunAsync("0");
        await FullRunAsync("0");

        (await KeysAsync(RunKeyKind.Metric)).ShouldBe(["Zoë/ä", "b", "group/b"], ignoreOrder: false);
        (await KeysAsync(RunKeyKind.Param)).ShouldBe(["p"]);
        (await KeysAsync(RunKeyKind.Tag)).ShouldBe(["mlflow.runName", "t"]);
    }

    [Theory]
    [InlineData("B", new[] { "b", "group/b" })]
    [InlineData("ZOË", new[] { "Zoë/ä" })]
    [InlineData("/Ä", new[] { "Zoë/ä" })]
    [InlineData("", new[] { "Zoë/ä", "b", "group/b" })]
    [InlineData("%", new string[0])]
    [InlineData("_", new string[0])]
    public async Task Keys_are_found_by_a_part_in_either_case(string part, string[] expected)
    {
        await FullRunAsync("0");

        (await KeysAsync(RunKeyKind.Metric, part)).ShouldBe(expected);
    }

    [Fact]
    public async Task Keys_come_in_pages()
    {
        await FullRunAsync("0");
        var query = new RunKeyQuery { ExperimentIds = ["0"], MaxResults = 2 };

        var first = await Tracking.SearchRunKeysAsync(query, Cancel);
        var second = await Tracking.SearchRunKeysAsync(query with { PageToken = first.NextPageToken }, Cancel);

        first.Items.ShouldBe(["Zoë/ä", "b"]);
        second.Items.ShouldBe(["group/b"]);
        second.NextPageToken.ShouldBeNull();
    }

    [Fact]
    public async Task Keys_are_those_of_the_experiments_that_are_named()
    {
        var other = (await Tracking.CreateExperimentAsync(new NewExperiment("other"), Cancel)).ExperimentId;
        await FullRunAsync("0");
        var run = await NewRunAsync(other);
        await Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [new Metric("b", 1, 1), new Metric("only here", 1, 1)] }, Cancel);

        (await Tracking.SearchRunKeysAsync(new RunKeyQuery { ExperimentIds = [other] }, Cancel)).Items.ShouldBe(["b", "only here"]);
        (await Tracking.SearchRunKeysAsync(new RunKeyQuery { ExperimentIds = ["0", other] }, Cancel)).Items.ShouldBe(["Zoë/ä", "b", "group/b", "only here"]);
        (await Tracking.SearchRunKeysAsync(new RunKeyQuery { ExperimentIds = [] }, Cancel)).Items.ShouldBeEmpty();
    }

    /// <summary>A run with metrics, a parameter, a tag and a data set.</summary>
    protected async Task<Run> FullRunAsync(string experiment)
    {
        var run = await NewRunAsync(experiment);
        await Tracking.LogBatchAsync(
            run.RunId,
            new RunBatch
            {
                Metrics = [new Metric("group/b", 1, 5), new Metric("b", 1, 4), new Metric("b", 2, 5, 7), new Metric("Zoë/ä", double.NaN, 5)],
                Params = [new Param("p", "1")],
                Tags = [new Tag("t", "v")],
            },
            Cancel);
        await Tracking.LogInputsAsync(run.RunId, [new DatasetInput(new DatasetReference("rows", "d1", "local", "{}"), [])], Cancel);
        return run;
    }

    private async Task<IReadOnlyList<string>> KeysAsync(RunKeyKind kind, string? part = null) =>
        (await Tracking.SearchRunKeysAsync(new RunKeyQuery { ExperimentIds = ["0"], Kind = kind, Contains = part }, Cancel)).Items;

    private async Task<string> ChildAsync(string experiment, string parent) =>
        (await Tracking.CreateRunAsync(new NewRun(experiment, Tags: [new Tag("mlflow.parentRunId", parent)]), Cancel)).RunId;
}
