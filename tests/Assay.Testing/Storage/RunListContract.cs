using Assay.Storage;
using Assay.Storage.Maintenance;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>What a store that keeps its runs itself can do beyond that for tables of them: read nothing else, count, keep a list of keys.</summary>
public abstract class RunListContract : RunTableContract
{
    [Fact]
    public async Task Nothing_but_the_fields_that_are_asked_for_is_read()
    {
        await FullRunAsync("0");
        var query = new RunQuery { ExperimentIds = ["0"], Fields = new RunFields { Metrics = ["b"] } };

        var found = (await Tracking.SearchRunsAsync(query, Cancel)).Items.ShouldHaveSingleItem();

        found.Metrics.ShouldBe([new Metric("b", 2, 5, 7)]);
        found.Params.ShouldBeEmpty();
        found.Tags.ShouldHaveSingleItem().Key.ShouldBe("mlflow.runName");
        found.Inputs.ShouldBeEmpty();
        var inputs = (await Tracking.SearchRunsAsync(query with { Fields = new RunFields { Inputs = true } }, Cancel)).Items.ShouldHaveSingleItem();
        inputs.Metrics.ShouldBeEmpty();
        inputs.Inputs.ShouldHaveSingleItem().Dataset.Name.ShouldBe("rows");
    }

    [Fact]
    public async Task Fields_that_are_left_out_can_be_filtered_and_ordered_by()
    {
        var run = await FullRunAsync("0");
        await NewRunAsync();
        var query = new RunQuery { ExperimentIds = ["0"], Filter = "params.p = '1'", OrderBy = ["metrics.b DESC"], Fields = new RunFields() };

        var found = (await Tracking.SearchRunsAsync(query, Cancel)).Items.ShouldHaveSingleItem();

        found.RunId.ShouldBe(run.RunId);
        found.Metrics.ShouldBeEmpty();
        found.Params.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("metrics.b > 1", 2)]
    [InlineData("metrics.b > 1 AND params.p = 'other'", 0)]
    [InlineData("attributes.status = 'RUNNING'", 3)]
    public async Task Runs_that_a_filter_finds_are_counted(string filter, long expected)
    {
        await FullRunAsync("0");
        await FullRunAsync("0");
        await NewRunAsync();
        await Tracking.SetRunStageAsync((await FullRunAsync("0")).RunId, LifecycleStage.Deleted, Cancel);
        await FullRunAsync((await Tracking.CreateExperimentAsync(new NewExperiment("other"), Cancel)).ExperimentId);

        // However long the page is.
        (await Tracking.CountRunsAsync(new RunQuery { ExperimentIds = ["0"], Filter = filter, OrderBy = ["metrics.b"], MaxResults = 1 }, Cancel)).ShouldBe(expected);
    }

    [Fact]
    public async Task Counting_sees_the_stage_and_the_experiments()
    {
        var parent = await FullRunAsync("0");
        var other = (await Tracking.CreateExperimentAsync(new NewExperiment("other"), Cancel)).ExperimentId;
        await Tracking.CreateRunAsync(new NewRun(other, Tags: [new Tag("mlflow.parentRunId", parent.RunId)]), Cancel);
        await Tracking.SetRunStageAsync(parent.RunId, LifecycleStage.Deleted, Cancel);
        var all = new RunQuery { ExperimentIds = [], AllExperiments = true };

        (await Tracking.CountRunsAsync(all, Cancel)).ShouldBe(1);
        (await Tracking.CountRunsAsync(all with { View = ViewType.All }, Cancel)).ShouldBe(2);
        (await Tracking.CountRunsAsync(all with { Filter = $"tags.`mlflow.parentRunId` = '{parent.RunId}'" }, Cancel)).ShouldBe(1);
        (await Tracking.CountRunsAsync(new RunQuery { ExperimentIds = ["0"], View = ViewType.DeletedOnly }, Cancel)).ShouldBe(1);
        (await Tracking.CountRunsAsync(new RunQuery { ExperimentIds = [] }, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_is_refused_by_the_count_too() => await ShouldRefuseAsync(
        () => Tracking.CountRunsAsync(new RunQuery { ExperimentIds = ["0"], Filter = "nonsense" }, Cancel));

    [Fact]
    public async Task A_key_of_a_batch_that_was_refused_is_not_listed_and_is_when_it_is_logged_again()
    {
        var run = await FullRunAsync("0");
        var refused = new RunBatch { Metrics = [new Metric("late", 1, 1)], Params = [new Param("p", "changed")] };
        await ShouldRefuseAsync(() => Tracking.LogBatchAsync(run.RunId, refused, Cancel));
        (await MetricKeysAsync()).ShouldNotContain("late");

        await Tracking.LogBatchAsync(run.RunId, refused with { Params = [] }, Cancel);

        (await MetricKeysAsync()).ShouldContain("late");
    }

    [Fact]
    public async Task Keys_of_runs_older_than_many_others_are_listed()
    {
        await FullRunAsync("0");
        for (var i = 0; i < 250; i++)
        {
            await NewRunAsync();
        }

        (await MetricKeysAsync()).ShouldContain("b");
    }

    [Fact]
    public async Task Runs_created_and_logged_to_at_once_leave_each_key_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => FullRunAsync("0")));

        (await MetricKeysAsync()).ShouldBe(["Zoë/ä", "b", "group/b"]);
        (await Tracking.CountRunsAsync(new RunQuery { ExperimentIds = ["0"] }, Cancel)).ShouldBe(16);
    }

    [Fact]
    public async Task Keys_stay_when_a_run_is_deleted_for_good_and_go_with_their_experiment()
    {
        var experiment = (await Tracking.CreateExperimentAsync(new NewExperiment("other"), Cancel)).ExperimentId;
        var run = await FullRunAsync(experiment);
        await FullRunAsync("0");
        var garbage = ((SqlStore)Store).Garbage;
        await Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Deleted, Cancel);
        await garbage.CollectAsync(new GarbageSelection(), cancellationToken: Cancel);
        var query = new RunKeyQuery { ExperimentIds = [experiment] };
        (await Tracking.SearchRunKeysAsync(query, Cancel)).Items.ShouldContain("b");

        await Tracking.SetExperimentStageAsync(experiment, LifecycleStage.Deleted, Cancel);
        await garbage.CollectAsync(new GarbageSelection(), cancellationToken: Cancel);

        (await Tracking.SearchRunKeysAsync(query, Cancel)).Items.ShouldBeEmpty();
        (await MetricKeysAsync()).ShouldContain("b");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task A_page_of_keys_of_no_sensible_size_is_refused(int size) =>
        await ShouldRefuseAsync(() => Tracking.SearchRunKeysAsync(new RunKeyQuery { ExperimentIds = ["0"], MaxResults = size }, Cancel));

    [Fact]
    public async Task A_token_of_other_keys_is_refused()
    {
        await FullRunAsync("0");
        var query = new RunKeyQuery { ExperimentIds = ["0"], MaxResults = 1 };
        var token = (await Tracking.SearchRunKeysAsync(query, Cancel)).NextPageToken.ShouldNotBeNull();

        await ShouldRefuseAsync(() => Tracking.SearchRunKeysAsync(query with { Kind = RunKeyKind.Tag, PageToken = token }, Cancel));
    }

    private static async Task ShouldRefuseAsync(Func<Task> call) =>
        (await call.ShouldThrowAsync<AssayException>()).Code.ShouldBe(ErrorCode.InvalidParameterValue);

    private async Task<IReadOnlyList<string>> MetricKeysAsync() =>
        (await Tracking.SearchRunKeysAsync(new RunKeyQuery { ExperimentIds = ["0"] }, Cancel)).Items;
}
