using System.Text.Json.Nodes;
using Assay.Evaluations;
using Assay.LoggedModels;
using Assay.Registry;
using Assay.Storage;
using Assay.Tests;
using Assay.Tests.Storage;
using Assay.Tracking;

namespace Assay.Server.Tests.Postgres;

/// <summary>Two servers over one database, writing the same things at the same time.</summary>
public sealed class PostgresConcurrencyTests : IAsyncLifetime
{
    private const int Writers = 8;
    private readonly PostgresPlace place = new();
    private SqlStore[] servers = [];
    private string runId = "";

    public async ValueTask InitializeAsync()
    {
        servers = [await place.OpenAsync(), await place.OpenAsync()];
        runId = (await servers[0].Tracking.CreateRunAsync(new NewRun("0"))).RunId;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        await place.DisposeAsync();
    }

    [Fact]
    public async Task Of_many_who_create_an_experiment_of_one_name_one_does()
    {
        for (var i = 0; i < 5; i++)
        {
            var outcomes = await TogetherAsync((server, _) => server.Tracking.CreateExperimentAsync(new NewExperiment($"e{i}", Tags: [new Tag("t", "v")])));
            outcomes.Count(error => error is null).ShouldBe(1);
            outcomes.OfType<AssayException>().ShouldAllBe(error => error.Code == ErrorCode.ResourceAlreadyExists);
            outcomes.OfType<AssayException>().Count().ShouldBe((2 * Writers) - 1);
        }
    }

    [Fact]
    public async Task Of_many_who_set_a_parameter_to_different_values_one_does_and_the_others_are_refused()
    {
        for (var i = 0; i < 5; i++)
        {
            // In different orders, with one that all agree on: nobody waits for somebody who waits for him.
            var outcomes = await TogetherAsync((server, writer) =>
            {
                List<Param> parameters = [new("same", "1"), new($"a{i}", $"{writer}"), new($"b{i}", $"{writer}")];
                return server.Tracking.LogBatchAsync(runId, new RunBatch { Params = writer % 2 == 0 ? parameters : [.. Enumerable.Reverse(parameters)] });
            });
            outcomes.Count(error => error is null).ShouldBe(1);
            outcomes.Where(error => error is not null).ShouldAllBe(error => error is AssayException && error.Message.StartsWith("Changing param values"));
            var run = await servers[1].Tracking.GetRunAsync(runId);
            run.Params.Single(param => param.Key == $"a{i}").Value.ShouldBe(run.Params.Single(param => param.Key == $"b{i}").Value);
        }
    }

    [Fact]
    public async Task Metrics_of_many_writers_are_all_there_and_the_latest_is_the_latest()
    {
        const int Each = 20;
        var outcomes = await TogetherAsync(async (server, writer) =>
        {
            for (var i = 0; i < Each; i++)
            {
                var step = (i * 2 * Writers) + writer;
                await server.Tracking.LogBatchAsync(runId, new RunBatch { Metrics = [new Metric("loss", step, 1, step), new Metric($"other{writer % 3}", step, 1, step)] });
            }
        });
        outcomes.ShouldAllBe(error => error == null);
        (await servers[0].Tracking.GetRunAsync(runId)).Metrics.First(metric => metric.Key == "loss").Step.ShouldBe((2 * Writers * Each) - 1);
        (await servers[1].Tracking.GetMetricHistoryAsync(runId, "loss")).Items.Select(point => point.Step)
            .ShouldBe(Enumerable.Range(0, 2 * Writers * Each).Select(step => (long)step));
    }

    [Fact]
    public async Task Batches_that_touch_the_same_keys_in_any_order_all_succeed()
    {
        var outcomes = await TogetherAsync(async (server, writer) =>
        {
            var random = new Random(writer);
            for (var i = 0; i < 10; i++)
            {
                var keys = Enumerable.Range(0, 10).OrderBy(_ => random.Next()).ToList();
                await server.Tracking.LogBatchAsync(runId, new RunBatch
                {
                    Metrics = [.. keys.Select(key => new Metric($"m{key}", writer, 1, i))],
                    Tags = [.. keys.Select(key => new Tag($"t{key}", $"{writer}")), new Tag("mlflow.runName", $"by {writer}")],
                });
                await server.Tracking.UpdateRunAsync(runId, new RunUpdate(RunName: $"named {writer}"));
            }
        });
        outcomes.ShouldAllBe(error => error == null);
        var run = await servers[0].Tracking.GetRunAsync(runId);
        run.Tags.Single(tag => tag.Key == "mlflow.runName").Value.ShouldBe(run.RunName);
    }

    [Fact]
    public async Task A_row_that_several_append_at_once_is_there_once_with_the_scores_of_one_of_them()
    {
        var outcomes = await TogetherAsync(async (server, writer) =>
        {
            for (var i = 0; i < 5; i++)
            {
                await server.Evaluations.AppendAsync(runId, [.. Enumerable.Range(i, 10).Select(row => EvaluationStoreContract.Row(row) with
                {
                    Answer = $"by {writer}", Scores = [new RowScore("who", writer), new RowScore($"s{writer % 2}", 1)],
                })]);
            }
        });
        outcomes.ShouldAllBe(error => error == null);
        (await servers[0].Evaluations.CountAsync(runId)).Total.ShouldBe(14);
        var rows = (await servers[1].Evaluations.ReadAsync(new EvaluationRowQuery { RunId = runId })).Items;
        rows.Select(row => row.RowId).ShouldBe(Enumerable.Range(0, 14).Select(row => $"row-{row}"));
        rows.ShouldAllBe(row => row.Scores.Count == 2 && row.Answer!.Text == $"by {row.Scores.Single(score => score.Scorer == "who").Value}");
    }

    [Fact]
    public async Task No_run_stays_active_in_an_experiment_that_is_deleted_meanwhile()
    {
        for (var i = 0; i < 5; i++)
        {
            var experiment = await servers[0].Tracking.CreateExperimentAsync(new NewExperiment($"gone{i}"));
            await TogetherAsync((server, writer) => writer == 3
                ? server.Tracking.SetExperimentStageAsync(experiment.ExperimentId, LifecycleStage.Deleted)
                : server.Tracking.CreateRunAsync(new NewRun(experiment.ExperimentId)));
            (await servers[1].Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = [experiment.ExperimentId] })).Items.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_logged_model_names_every_version_that_was_made_of_it_at_once()
    {
        for (var i = 0; i < 5; i++)
        {
            var model = await servers[0].LoggedModels.CreateAsync(new NewLoggedModel("0"));
            for (var writer = 0; writer < 2 * Writers; writer++)
            {
                await servers[0].Registry.CreateModelAsync(new NewRegisteredModel($"m{i}-{writer}"));
            }

            var outcomes = await TogetherAsync((server, writer) => server.Registry.CreateVersionAsync(
                new NewModelVersion($"m{i}-{writer}", $"models:/{model.ModelId}") { ModelId = model.ModelId }));

            outcomes.ShouldAllBe(error => error == null);
            var tag = (await servers[1].LoggedModels.GetAsync(model.ModelId)).Tags.Single(tag => tag.Key == "mlflow.modelVersions");
            JsonNode.Parse(tag.Value)!.AsArray().Select(version => (string)version!["name"]!).Order()
                .ShouldBe(Enumerable.Range(0, 2 * Writers).Select(writer => $"m{i}-{writer}").Order());
        }
    }

    [Fact]
    public async Task A_reading_sees_one_state_though_others_write()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await servers[0].Tracking.LogBatchAsync(runId, new RunBatch { Metrics = [new Metric("m", i, 1, i)], Tags = [new Tag("m", $"{i}")] });
            }
        });
        for (var i = 0; i < 50; i++)
        {
            var run = await servers[1].Tracking.GetRunAsync(runId);
            run.Tags.FirstOrDefault(tag => tag.Key == "m")?.Value.ShouldBe($"{run.Metrics.Single().Value}");
        }

        await stop.CancelAsync();
        await writing;
    }

    /// <summary>Lets all writers of both servers begin at once; gives what each ended with.</summary>
    private async Task<Exception?[]> TogetherAsync(Func<SqlStore, int, Task> write)
    {
        using var start = new SemaphoreSlim(0);
        var writing = Enumerable.Range(0, 2 * Writers).Select(writer => Task.Run(async () =>
        {
            await start.WaitAsync();
            return await Record.ExceptionAsync(() => write(servers[writer % 2], writer));
        })).ToList();
        start.Release(2 * Writers);
        return await Task.WhenAll(writing);
    }
}
