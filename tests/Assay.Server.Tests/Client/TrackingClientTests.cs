using System.Text.Json.Nodes;
using Assay.Client;
using Assay.Tests;
using Assay.Tracking;

namespace Assay.Server.Tests.Client;

/// <summary>The fluent face, over a server; what was logged is read from the store behind it.</summary>
public sealed class TrackingClientTests : IAsyncLifetime
{
    private LoopbackServer server = null!;
    private TrackingClient client = null!;

    public async ValueTask InitializeAsync()
    {
        server = await LoopbackServer.StartAsync();
        client = await AssayClient.ConnectAsync(server.Address.ToString(), new() { MaxRetries = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_run_keeps_what_was_logged_and_ends_when_it_is_disposed()
    {
        await client.SetExperimentAsync("lab");
        string id;
        await using (var run = await client.StartRunAsync("first", new Dictionary<string, string> { ["team"] = "x" }))
        {
            id = run.RunId;
            await run.LogParamsAsync(new Dictionary<string, object?> { ["temperature"] = 0.2, ["stream"] = true, ["stops"] = (int[])[1, 2] });
            await run.LogMetricAsync("loss", 0.5, step: 1);
            await run.LogMetricsAsync(new Dictionary<string, double> { ["loss"] = 0.25, ["accuracy"] = double.NaN }, step: 2);
            await run.SetTagAsync("note", "a");
            await run.LogDatasetAsync(new DatasetReference("lab", "d1", "local", "{}"), "evaluation");
        }

        var kept = await server.Store.Tracking.GetRunAsync(id);
        kept.RunName.ShouldBe("first");
        kept.Status.ShouldBe(RunStatus.Finished);
        kept.EndTime.ShouldNotBeNull();
        kept.Params.ShouldBe([new Param("stops", "[1, 2]"), new Param("stream", "true"), new Param("temperature", "0.2")]);
        kept.Metrics.Select(metric => (metric.Key, metric.Value, metric.Step)).ShouldBe([("accuracy", double.NaN, 2), ("loss", 0.25, 2)]);
        var tags = kept.Tags.ToDictionary(tag => tag.Key, tag => tag.Value);
        tags["team"].ShouldBe("x");
        tags["note"].ShouldBe("a");
        tags["mlflow.source.type"].ShouldBe("LOCAL");
        tags["mlflow.user"].ShouldBe(Environment.UserName);
        kept.Inputs.Single().Dataset.Name.ShouldBe("lab");
        (await server.Store.Tracking.FindExperimentAsync("lab"))!.ExperimentId.ShouldBe(kept.ExperimentId);
    }

    [Fact]
    public async Task Thousands_of_points_are_split_into_requests_that_servers_take()
    {
        await using var run = await client.StartRunAsync();
        for (var step = 0; step < 5_000; step++)
        {
            await run.LogMetricAsync("m", step, step);
        }

        for (var i = 0; i < 250; i++)
        {
            await run.LogParamAsync($"p{i:D3}", new string('v', 6000));
            await run.SetTagAsync("t", $"{i}");
        }

        await run.FlushAsync();

        (await server.Store.Tracking.GetMetricHistoryAsync(run.RunId, "m")).Items.Count.ShouldBe(5_000);
        var kept = await server.Store.Tracking.GetRunAsync(run.RunId);
        kept.Params.Count.ShouldBe(250);
        kept.Tags.ShouldContain(new Tag("t", "249"));
    }

    [Fact]
    public async Task Flush_throws_what_was_refused_and_the_rest_is_logged()
    {
        await using var run = await client.StartRunAsync();
        await run.LogParamAsync("good", 1);
        await run.LogMetricAsync("bad;key", 1);
        await run.LogMetricAsync("fine", 1);

        var error = await Should.ThrowAsync<AssayException>(() => run.FlushAsync());
        await run.FlushAsync();

        error.Message.ShouldContain("bad;key");
        var kept = await server.Store.Tracking.GetRunAsync(run.RunId);
        kept.Params.ShouldBe([new Param("good", "1")]);
        kept.Metrics.Single().Key.ShouldBe("fine");
    }

    [Theory]
    [InlineData(false, RunStatus.Failed)]
    [InlineData(true, RunStatus.Killed)]
    public async Task Work_that_throws_fails_its_run_and_work_that_is_stopped_ends_it(bool isStopped, RunStatus status)
    {
        var id = "";
        var failure = await Should.ThrowAsync<Exception>(() => client.RunAsync("work", async run =>
        {
            id = run.RunId;
            await run.LogMetricAsync("m", 1);
            throw isStopped ? new OperationCanceledException() : new InvalidOperationException("broken");
        }));

        failure.ShouldBeAssignableTo(isStopped ? typeof(OperationCanceledException) : typeof(InvalidOperationException));
        var kept = await server.Store.Tracking.GetRunAsync(id);
        kept.Status.ShouldBe(status);
        kept.Metrics.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_within_a_run_names_its_parent_and_is_in_its_experiment()
    {
        await client.SetExperimentAsync("outer");
        await using var parent = await client.StartRunAsync();
        await client.SetExperimentAsync("another");

        await using var child = await parent.StartChildAsync("child");

        child.ExperimentId.ShouldBe(parent.ExperimentId);
        child.Start.Tags.ShouldContain(new Tag("mlflow.parentRunId", parent.RunId));
    }

    [Fact]
    public async Task Files_tables_and_folders_are_kept_as_MLflow_keeps_them()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["sub"]);
        folder.Write("a.txt", "a");
        folder.Write("sub/b.txt", "b");
        await using var run = await client.StartRunAsync();

        await run.LogTextAsync("é", "notes/t.txt");
        await run.LogJsonAsync(new Dictionary<string, int> { ["a"] = 1 }, "d.json");
        await run.LogFigureAsync("<svg/>", "plot.svg");
        await run.LogTableAsync(["q", "score"], [["one", 1.5], ["two", null]], "table.json");
        await run.LogTableAsync(["x"], [[double.NaN]], "other.json");
        await run.LogArtifactsAsync(folder.Path, "data");
        await run.FlushAsync();

        (await TextAsync(run, "notes/t.txt")).ShouldBe("é");
        JsonNode.Parse(await TextAsync(run, "d.json"))!["a"]!.GetValue<int>().ShouldBe(1);
        (await TextAsync(run, "table.json")).ShouldBe("""{"columns":["q","score"],"data":[["one",1.5],["two",null]]}""");
        (await TextAsync(run, "data/sub/b.txt")).ShouldBe("b");
        (await server.Store.Tracking.GetRunAsync(run.RunId)).Tags.Single(tag => tag.Key == "mlflow.loggedArtifacts").Value
            .ShouldBe("""[{"path":"table.json","type":"table"},{"path":"other.json","type":"table"}]""");
    }

    [Fact]
    public async Task What_is_logged_after_the_end_is_refused()
    {
        var run = await client.StartRunAsync();
        await run.FailAsync();
        await run.DisposeAsync();

        (await Should.ThrowAsync<InvalidOperationException>(async () => await run.LogMetricAsync("m", 1))).Message.ShouldContain("has ended");
        (await server.Store.Tracking.GetRunAsync(run.RunId)).Status.ShouldBe(RunStatus.Failed);
        await using var again = await client.ContinueRunAsync(run.RunId);
        await again.LogMetricAsync("m", 1);
        await again.FlushAsync();
        (await server.Store.Tracking.GetRunAsync(run.RunId)).Status.ShouldBe(RunStatus.Running);
    }

    [Fact]
    public async Task It_works_over_an_embedded_store_too()
    {
        await using var local = new TrackingClient(server.Store);
        await local.RunAsync("local", async run => await run.LogMetricAsync("m", 1));

        (await server.Store.Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"] })).Items.Single().Metrics.Single().Value.ShouldBe(1);
    }

    private async Task<string> TextAsync(ActiveRun run, string path)
    {
        await using var content = await server.Store.Artifacts.OpenAsync(run.Start.ArtifactUri, path);
        return await new StreamReader(content.Stream).ReadToEndAsync();
    }
}
