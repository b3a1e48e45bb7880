using Assay.Artifacts;
using Assay.Storage;
using Assay.Storage.Sql;
using Assay.Storage.Sqlite;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>What the path of a store may and may not be.</summary>
public sealed class EmbeddedStoreOpeningTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Db => folder["x.db"];

    private static int Newest => Migration.Of("Sqlite")[^1].Version;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Folder_file_and_artifacts_are_made_where_they_are_missing()
    {
        var path = folder["a/b/lab.db"];
        string runId;
        await using (var store = await EmbeddedStore.OpenAsync(path))
        {
            store.Location.ShouldBe(path);
            var run = await store.Tracking.CreateRunAsync(new NewRun("0"));
            runId = run.RunId;
            await store.Artifacts.WriteAsync(run.ArtifactUri, "x.txt", new MemoryStream([1]));
        }

        File.Exists(folder[$"a/b/lab-artifacts/0/{runId}/artifacts/x.txt"]).ShouldBeTrue();
        File.Exists(path + "-wal").ShouldBeFalse("the last one out leaves one file");
        await using var again = await EmbeddedStore.OpenAsync(path);
        (await again.Tracking.GetRunAsync(runId)).RunId.ShouldBe(runId);
    }

    [Fact]
    public async Task Many_openings_of_a_new_file_at_once_make_one_store()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => EmbeddedStore.OpenAsync(Db))));
        foreach (var store in stores)
        {
            (await store.Tracking.GetExperimentAsync("0")).Name.ShouldBe("Default");
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_empty_file_becomes_a_store()
    {
        await File.WriteAllTextAsync(Db, "");
        await using var store = await EmbeddedStore.OpenAsync(Db);
        (await store.Tracking.GetExperimentAsync("0")).Name.ShouldBe("Default");
    }

    [Fact]
    public async Task The_file_carries_our_mark_and_version_and_the_engine_is_named()
    {
        await (await EmbeddedStore.OpenAsync(Db)).DisposeAsync();
        using var connection = SqliteConnection.Open(Db, TimeSpan.Zero);
        connection.Number("PRAGMA application_id").ShouldBe(SqliteSchema.ApplicationId);
        connection.Number("PRAGMA user_version").ShouldBe(Newest);
        EmbeddedStore.Engine.ShouldMatch(@"^SQLite 3\.\d+\.\d+ \(.+\)$");
        Version.Parse(EmbeddedStore.EngineVersion).ShouldBeGreaterThanOrEqualTo(new Version(3, 35));
    }

    [Fact]
    public async Task A_folder_is_refused() => (await Refusal(folder.Path)).ShouldBe($"{folder.Path} is a folder: name a file in it, such as {folder["assay.db"]}.");

    [Fact]
    public async Task What_is_no_database_is_refused_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("These are notes, not a database.\n", 100));
        await File.WriteAllTextAsync(Db, text);
        (await Refusal(Db)).ShouldBe($"{Db} is not an Assay store: it is no SQLite database. Name another file.");
        (await File.ReadAllTextAsync(Db)).ShouldBe(text);
    }

    [Theory]
    [InlineData("CREATE TABLE notes (text TEXT)")]
    [InlineData("PRAGMA application_id = 77")]
    [InlineData("PRAGMA user_version = 1")]
    public async Task Another_programs_database_is_refused_and_left_alone(string sql)
    {
        RunSql("PRAGMA page_size = 4096; " + sql);
        var before = await File.ReadAllBytesAsync(Db);
        (await Refusal(Db)).ShouldBe($"{Db} is another program's database, not an Assay store. It was left as it is; name another file.");
        (await File.ReadAllBytesAsync(Db)).ShouldBe(before);
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([Db]);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await (await EmbeddedStore.OpenAsync(Db)).DisposeAsync();
        RunSql("PRAGMA user_version = 999");
        (await Refusal(Db)).ShouldBe($"{Db} was written by a newer Assay (schema 999; this one knows up to {Newest}). Update Assay or name another file.");
    }

    [Fact]
    public async Task An_older_store_is_brought_up_to_date_with_its_content()
    {
        RunSql(Assay.Storage.Sql.Migration.Of("Sqlite")[0].ReadSql()
            + $"INSERT INTO experiments (workspace, name, artifact_location, creation_time, last_update_time) VALUES ('default', 'old', 'mlflow-artifacts:/1', 1, 1);"
            + $"PRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = 1");
        await using var store = await EmbeddedStore.OpenAsync(Db);
        (await store.Tracking.FindExperimentAsync("old"))!.ExperimentId.ShouldBe("1");
        var run = await store.Tracking.CreateRunAsync(new NewRun("1"));
        await store.Evaluations.AppendAsync(run.RunId, [EvaluationStoreContract.Row(0)]);
        (await store.Evaluations.CountAsync(run.RunId)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_store_of_before_there_was_a_list_of_keys_gets_one()
    {
        RunSql(string.Concat(Assay.Storage.Sql.Migration.Of("Sqlite").Where(migration => migration.Version < 7).Select(migration => migration.ReadSql())) + """
            INSERT INTO runs (run_key, run_id, experiment_id, run_name, user_id, status, start_time, artifact_uri, stage)
            VALUES (1, 'a', 0, 'a', '', 0, 1, '', 0), (2, 'b', 0, 'b', '', 0, 1, '', 1);
            INSERT INTO metric_series (run_key, key, step, timestamp, is_nan, value) VALUES (1, 'm', 0, 0, 0, 1.0), (2, 'm', 0, 0, 0, 1.0), (2, 'n', 0, 0, 0, 1.0);
            INSERT INTO params VALUES (1, 'p', '1');
            INSERT INTO run_tags VALUES (1, 't', '1');
            """ + $"PRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = 6");
        await using var store = await EmbeddedStore.OpenAsync(Db);
        async Task<IReadOnlyList<string>> KeysAsync(RunKeyKind kind) =>
            (await store.Tracking.SearchRunKeysAsync(new RunKeyQuery { ExperimentIds = ["0"], Kind = kind })).Items;

        (await KeysAsync(RunKeyKind.Metric)).ShouldBe(["m", "n"]);
        (await KeysAsync(RunKeyKind.Param)).ShouldBe(["p"]);
        (await KeysAsync(RunKeyKind.Tag)).ShouldBe(["t"]);
    }

    [Fact]
    public async Task A_path_through_a_file_is_refused()
    {
        await File.WriteAllTextAsync(folder["file"], "");
        (await Refusal(folder["file/x.db"])).ShouldMatch("^The folder of .* cannot be created: .* Name a place that can be written\\.$");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a folder where not even root can write");
        (await Refusal("/proc/x.db")).ShouldStartWith("/proc/x.db cannot be opened for writing (");
    }

    [Fact]
    public async Task A_link_among_the_artifacts_is_not_followed()
    {
        await using var store = await EmbeddedStore.OpenAsync(Db);
        await File.WriteAllTextAsync(folder["secret.txt"], "secret");
        var root = Directory.CreateDirectory(folder["x-artifacts/0/r/artifacts"]).FullName;
        File.CreateSymbolicLink(Path.Combine(root, "file"), folder["secret.txt"]);
        Directory.CreateSymbolicLink(Path.Combine(root, "dir"), folder.Path);
        const string Uri = "mlflow-artifacts:/0/r/artifacts";
        foreach (var path in (string[])["file", "dir/secret.txt", "dir"])
        {
            (await Should.ThrowAsync<AssayException>(() => store.Artifacts.OpenReadAsync(Uri, path))).Message.ShouldEndWith("is a link");
            (await Should.ThrowAsync<AssayException>(() => store.Artifacts.WriteAsync(Uri, path, new MemoryStream()))).Message.ShouldEndWith("is a link");
            (await Should.ThrowAsync<AssayException>(() => store.Artifacts.DeleteAsync(Uri, path))).Message.ShouldEndWith("is a link");
        }

        (await store.Artifacts.ListAsync(Uri)).ShouldBe(Array.Empty<ArtifactInfo>());
        (await File.ReadAllTextAsync(folder["secret.txt"])).ShouldBe("secret");
    }

    [Fact]
    public void The_default_path_is_in_the_users_data_folder() => EmbeddedStore.DefaultPath.ShouldEndWith(Path.Combine("assay", "assay.db"));

    private static async Task<string> Refusal(string path) => (await Should.ThrowAsync<BadInputException>(() => EmbeddedStore.OpenAsync(path))).Message;

    private void RunSql(string sql)
    {
        using var connection = SqliteConnection.Open(Db, TimeSpan.Zero);
        connection.Run(sql);
    }
}
