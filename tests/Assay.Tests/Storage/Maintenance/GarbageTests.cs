using Assay.Artifacts;
using Assay.Evaluations;
using Assay.LoggedModels;
using Assay.Storage;
using Assay.Storage.Maintenance;
using Assay.Storage.Sql;
using Assay.Storage.Sqlite;
using Assay.Tracking;

namespace Assay.Tests.Storage.Maintenance;

/// <summary>What a collection leaves in the file and beside it.</summary>
public sealed class GarbageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Db => folder["x.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_table_keeps_a_row_of_what_was_deleted_for_good()
    {
        await using (var store = await EmbeddedStore.OpenAsync(Db))
        {
            var experiment = (await store.Tracking.CreateExperimentAsync(new NewExperiment("a", Tags: [new Tag("k", "v")]))).ExperimentId;
            var model = await store.LoggedModels.CreateAsync(new NewLoggedModel(experiment) { Params = [new Param("k", "v")], Tags = [new Tag("k", "v")] });
            var run = (await store.Tracking.CreateRunAsync(new NewRun(experiment, "r"))).RunId;
            await store.Tracking.LogBatchAsync(
                run, new RunBatch { Metrics = [new("m", 1, 1) { ModelId = model.ModelId }], Params = [new("p", "v")], Tags = [new("t", "v")] });
            await store.Tracking.LogInputsAsync(run, [new DatasetInput(new DatasetReference("d", "1", "local", "{}"), [new Tag("k", "v")])]);
            await store.Tracking.LogModelInputsAsync(run, [model.ModelId]);
            await store.Evaluations.AppendAsync(
                run, [new EvaluationRow { RowId = "1", Index = 0, Digest = "d", Fields = "{}", Scores = [new RowScore("s", 1, "because")] }]);
            await store.Tracking.SetExperimentStageAsync(experiment, LifecycleStage.Deleted);
            (await store.Garbage.CollectAsync(new GarbageSelection())).Deleted.Total.ShouldBe(3);
        }

        using var connection = SqliteConnection.Open(Db, TimeSpan.Zero);
        var tables = await new SqliteSession(connection).ListAsync(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'", row => row.Text(0), TestContext.Current.CancellationToken);
        tables.Count.ShouldBeGreaterThan(20);
        tables.Where(table => connection.Number($"SELECT count(*) FROM {table}") > 0).ShouldBe(["experiments", "access_revision"], ignoreOrder: true, "what every store begins with");
    }

    [Fact]
    public async Task What_lay_in_the_bin_of_an_older_store_counts_from_its_opening()
    {
        using (var connection = SqliteConnection.Open(Db, TimeSpan.Zero))
        {
            foreach (var migration in Migration.Of("Sqlite").Where(migration => migration.Version < 4))
            {
                connection.Run(migration.ReadSql());
            }

            connection.Run(
                "INSERT INTO runs (run_id, experiment_id, run_name, user_id, status, start_time, stage, artifact_uri) "
                + $"VALUES ('r', 0, 'r', '', 2, 0, 1, 'mlflow-artifacts:/0/r/artifacts'); PRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = 3");
        }

        await using var store = await EmbeddedStore.OpenAsync(Db);
        (await store.Garbage.CountAsync(new GarbageSelection { OlderThan = TimeSpan.FromHours(1) })).Runs.ShouldBe(0);
        (await store.Garbage.CountAsync(new GarbageSelection())).Runs.ShouldBe(1);
    }

    [Fact]
    public async Task Artifacts_that_cannot_be_deleted_now_are_told_and_tried_again()
    {
        var artifacts = new AwayArtifacts();
        await using var store = await EmbeddedStore.OpenAsync(Db, new EmbeddedStoreOptions { Artifacts = artifacts });
        var run = await store.Tracking.CreateRunAsync(new NewRun("0"));
        await store.Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Deleted);

        var first = await store.Garbage.CollectAsync(new GarbageSelection());

        first.Deleted.Runs.ShouldBe(1);
        first.Left.ShouldBe([new ArtifactsLeft($"mlflow-artifacts:/0/{run.RunId}", "The store is away.")]);
        artifacts.IsAway = false;
        var second = await store.Garbage.CollectAsync(new GarbageSelection());
        (second.Deleted.Total, second.ArtifactFolders, second.Left.Count).ShouldBe((0, 1, 0));
        (await store.Garbage.CollectAsync(new GarbageSelection())).ArtifactFolders.ShouldBe(0);
    }

    /// <summary>A store in another place, which is out of reach for a while.</summary>
    private sealed class AwayArtifacts : IArtifactStore
    {
        public bool IsAway { get; set; } = true;

        public Task WriteAsync(string artifactUri, string path, Stream content, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<ArtifactContent> OpenAsync(string artifactUri, string path, ArtifactRange? range = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<ArtifactInfo>> ListAsync(string artifactUri, string? path = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task DeleteAsync(string artifactUri, string? path, CancellationToken cancellationToken = default) =>
            IsAway ? throw new AssayException(ErrorCode.TemporarilyUnavailable, "The store is away.") : Task.CompletedTask;
    }
}
