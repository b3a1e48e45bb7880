using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Runs themselves and finding them, as every tracking store must keep them.</summary>
public abstract class TrackingStoreContract : StoreContract
{
    /// <summary>What is said of a page of 50,001 runs; MLflow's protocol has its own words for it.</summary>
    protected virtual string TooManyResults => "Invalid value 50001 for parameter 'max_results' supplied. It must be at most 50000";

    [Fact]
    public async Task CreateRun_Plain_HasIdNameAndArtifactPlace()
    {
        var run = await Tracking.CreateRunAsync(new NewRun("0", UserId: "ana", StartTime: 7, Tags: [new Tag("t", "v")]), Cancel);
        run.RunId.ShouldMatch("^[0-9a-f]{32}$");
        run.RunName.ShouldMatch("^[a-z]+-[a-z]+-[0-9]{1,3}$");
        run.ArtifactUri.ShouldBe($"mlflow-artifacts:/0/{run.RunId}/artifacts");
        run.Status.ShouldBe(RunStatus.Running);
        run.StartTime.ShouldBe(7);
        run.EndTime.ShouldBeNull();
        run.UserId.ShouldBe("ana");
        run.Tags.ShouldBe([new Tag("mlflow.runName", run.RunName), new Tag("mlflow.user", "ana"), new Tag("t", "v")]);
        (await Tracking.GetRunAsync(run.RunId, Cancel)).ShouldBeSameAs(run);
    }

    [Fact]
    public async Task CreateRun_NamedByItsTag_HasThatName()
    {
        var run = await Tracking.CreateRunAsync(new NewRun("0", Tags: [new Tag("mlflow.runName", "r1")]), Cancel);
        run.RunName.ShouldBe("r1");
        await ShouldRefuse(
            Task.Run(() => Tracking.CreateRunAsync(new NewRun("0", "r2", Tags: [new Tag("mlflow.runName", "r1")]), Cancel)),
            ErrorCode.InvalidParameterValue,
            "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values (run_name='r2', mlflow.runName='r1').");
    }

    [Fact]
    public async Task What_is_unknown_is_said_to_be()
    {
        await ShouldRefuse(NewRunAsync("999999"), ErrorCode.ResourceDoesNotExist, "No Experiment with id=999999 exists");
        const string Id = "00000000000000000000000000000000";
        const string Message = $"Run with id={Id} not found";
        await ShouldRefuse(Tracking.GetRunAsync(Id, Cancel), ErrorCode.ResourceDoesNotExist, Message);
        await ShouldRefuse(Tracking.UpdateRunAsync(Id, new RunUpdate(), Cancel), ErrorCode.ResourceDoesNotExist, Message);
        await ShouldRefuse(Tracking.LogBatchAsync(Id, new RunBatch(), Cancel), ErrorCode.ResourceDoesNotExist, Message);
        await ShouldRefuse(Tracking.GetMetricHistoryAsync(Id, "a", cancellationToken: Cancel), ErrorCode.ResourceDoesNotExist, Message);
    }

    [Fact]
    public async Task UpdateRun_ChangesWhatIsGiven_AndTheNameTagWithTheName()
    {
        var run = await NewRunAsync();
        var ended = await Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Finished, 99), Cancel);
        ended.ShouldBeSameAs(run with { Status = RunStatus.Finished, EndTime = 99 });
        var named = await Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunName: "new"), Cancel);
        named.RunName.ShouldBe("new");
        named.Status.ShouldBe(RunStatus.Finished);
        named.Tags.ShouldContain(new Tag("mlflow.runName", "new"));
        await Tracking.LogBatchAsync(run.RunId, new RunBatch { Tags = [new Tag("mlflow.runName", "newer")] }, Cancel);
        (await Tracking.GetRunAsync(run.RunId, Cancel)).RunName.ShouldBe("newer");
    }

    [Fact]
    public async Task A_deleted_run_can_be_read_but_not_written_until_it_is_restored()
    {
        var run = await NewRunAsync();
        await Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Deleted, Cancel);
        (await Tracking.GetRunAsync(run.RunId, Cancel)).LifecycleStage.ShouldBe(LifecycleStage.Deleted);
        var message = $"The run {run.RunId} must be in the 'active' state. Current state is deleted.";
        await ShouldRefuse(Tracking.LogBatchAsync(run.RunId, new RunBatch { Tags = [new Tag("a", "b")] }, Cancel), ErrorCode.InvalidParameterValue, message);
        await ShouldRefuse(Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Killed), Cancel), ErrorCode.InvalidParameterValue, message);
        await ShouldRefuse(Tracking.LogInputsAsync(run.RunId, [], Cancel), ErrorCode.InvalidParameterValue, message);
        await ShouldRefuse(Tracking.DeleteRunTagAsync(run.RunId, "a", Cancel), ErrorCode.InvalidParameterValue, message);
        await Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Active, Cancel);
        await Tracking.LogBatchAsync(run.RunId, new RunBatch { Tags = [new Tag("a", "b")] }, Cancel);
        await Tracking.DeleteRunTagAsync(run.RunId, "a", Cancel);
        await ShouldRefuse(
            Tracking.DeleteRunTagAsync(run.RunId, "a", Cancel), ErrorCode.ResourceDoesNotExist, $"No tag with name: a in run with id {run.RunId}");
    }

    [Fact]
    public async Task Inputs_are_kept_once_with_their_tags()
    {
        var run = await NewRunAsync();
        var data = new DatasetReference("lab", "2981c147", "local", """{"uri":"lab.csv"}""", Profile: """{"num_rows":2}""");
        var other = new DatasetReference("other", "1", "code", "{}", "{}");
        await Tracking.LogInputsAsync(run.RunId, [new(data, [new Tag("mlflow.data.context", "evaluation")])], Cancel);
        await Tracking.LogInputsAsync(run.RunId, [new(data, []), new(other, [])], Cancel);
        var inputs = (await Tracking.GetRunAsync(run.RunId, Cancel)).Inputs;
        inputs.Select(input => input.Dataset).ShouldBe([data, other]);
        inputs[0].Tags.ShouldBe([new Tag("mlflow.data.context", "evaluation")]);
        inputs[1].Tags.ShouldBeEmpty();
        await ShouldRefuse(
            Task.Run(() => Tracking.LogInputsAsync(run.RunId, [new(data with { Digest = new string('d', 37) }, [])], Cancel)),
            ErrorCode.InvalidParameterValue, "'Dataset digest' exceeds the maximum length of 36 characters");
    }

    [Fact]
    public async Task SearchRuns_PagesFromTheNewest_WithoutRepeatingOrSkippingWhileOthersAreAdded()
    {
        await Tracking.CreateExperimentAsync(new NewExperiment("a"), Cancel);
        var expected = new List<Run>();
        for (var i = 0; i < 7; i++)
        {
            expected.Add(await NewRunAsync((i % 2).ToString(), start: 100 + (i / 3)));
        }

        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = await Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = ["0", "1"], MaxResults = 2, PageToken = token }, Cancel);
            seen.AddRange(page.Items.Select(run => run.RunId));
            token = page.NextPageToken;
            await NewRunAsync(start: 1000);
        }
        while (token is not null);

        seen.ShouldBe(expected.OrderByDescending(run => run.StartTime).ThenBy(run => run.RunId, StringComparer.Ordinal).Select(run => run.RunId));
    }

    [Fact]
    public async Task SearchRuns_FillsEachRun_AndLooksAtTheStagesAndExperimentsAskedFor()
    {
        var first = await NewRunAsync(start: 1);
        var second = await NewRunAsync(start: 2);
        await Tracking.LogBatchAsync(first.RunId, new RunBatch { Metrics = [new Metric("m", 1, 1)], Params = [new Param("p", "1")] }, Cancel);
        await Tracking.LogBatchAsync(second.RunId, new RunBatch { Metrics = [new Metric("m", 2, 1)], Params = [new Param("p", "2")] }, Cancel);
        await Tracking.SetRunStageAsync(second.RunId, LifecycleStage.Deleted, Cancel);
        (await Find(ViewType.All, "0")).Select(run => (run.Metrics[0].Value, run.Params[0].Value)).ShouldBe([(2, "2"), (1, "1")]);
        (await Find(ViewType.ActiveOnly, "0")).Single().RunId.ShouldBe(first.RunId);
        (await Find(ViewType.DeletedOnly, "0")).Single().RunId.ShouldBe(second.RunId);
        (await Find(ViewType.All, "1")).ShouldBeEmpty();
        (await Find(ViewType.All)).ShouldBeEmpty();

        async Task<IReadOnlyList<Run>> Find(ViewType view, params string[] experiments) =>
            (await Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = experiments, View = view }, Cancel)).Items;
    }

    [Fact]
    public async Task SearchRuns_BadRequest_IsRefusedAndNeverIgnored()
    {
        var query = new RunQuery { ExperimentIds = ["0"] };
        await Refused(query with { MaxResults = 0 }, "Invalid value 0 for parameter 'max_results' supplied. It must be a positive integer");
        await Refused(query with { MaxResults = 50_001 }, TooManyResults);
        await Refused(query with { PageToken = "!!" }, "Invalid page token, could not base64-decode");
        await Refused(query with { PageToken = "eHh4" }, "Invalid page token, it belongs to another search");
        await Refused(query with { Filter = "metrics.a > 1" }, "This store does not filter yet. Leave the filter 'metrics.a > 1' out");
        await Refused(query with { OrderBy = ["metrics.a DESC"] }, "This store does not sort by request yet. Leave the order_by 'metrics.a DESC' out");

        Task Refused(RunQuery bad, string message) =>
            ShouldRefuse(Task.Run(() => Tracking.SearchRunsAsync(bad, Cancel)), ErrorCode.InvalidParameterValue, message);
    }
}
