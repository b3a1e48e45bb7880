using Assay.Storage;
using Assay.Storage.Postgres;
using Assay.Storage.Sql;
using Assay.Tests;
using Assay.Tests.Storage;
using Assay.Tracking;

namespace Assay.Server.Tests.Postgres;

/// <summary>What the database of a store may and may not be.</summary>
public sealed class PostgresOpeningTests : IAsyncLifetime
{
    private readonly PostgresPlace place = new();
    private PostgresServer server = null!;

    public async ValueTask InitializeAsync() => server = await PostgresServer.SharedAsync();

    public ValueTask DisposeAsync() => place.DisposeAsync();

    [Fact]
    public async Task Many_servers_that_open_an_empty_database_at_once_make_one_store()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => place.OpenAsync())));
        foreach (var store in stores)
        {
            (await store.Tracking.GetExperimentAsync("0")).Name.ShouldBe("Default");
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_location_and_every_message_leave_the_password_out()
    {
        var url = await place.UrlAsync();
        await using var store = await PostgresStore.OpenAsync(url);
        store.Location.ShouldBe($"postgresql://127.0.0.1:{server.Port}/postgres?schema={place.Schema}");
        StoreAddress.Parse(url).ToString().ShouldBe(store.Location);
        var wrong = await Refusal(server.Url("postgres", password: "s3cret"));
        wrong.ShouldBe($"postgresql://127.0.0.1:{server.Port}/postgres lets nobody in with this name and password (password authentication failed for user \"assay\"). Check both.");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named() => (await Refusal(server.Url("nowhere")))
        .ShouldBe($"postgresql://127.0.0.1:{server.Port}/nowhere: database \"nowhere\" does not exist. Create it (createdb) or name another.");

    [Fact]
    public async Task Who_may_not_create_a_schema_is_told_so()
    {
        var user = $"reader_{Guid.NewGuid():N}";
        await server.RunSqlAsync($"CREATE ROLE {user} LOGIN PASSWORD 'x'");
        (await Refusal(server.Url("postgres", user, "x") + $"?schema={place.Schema}"))
            .ShouldEndWith("permission denied for database postgres. Let the user create a schema in the database, or create the schema for the user.");
    }

    [Fact]
    public async Task Who_may_not_create_a_schema_may_be_given_an_empty_one()
    {
        var user = $"owner_{Guid.NewGuid():N}";
        await server.RunSqlAsync($"CREATE ROLE {user} LOGIN PASSWORD 'x'; CREATE SCHEMA {place.Schema} AUTHORIZATION {user}");
        await using var store = await PostgresStore.OpenAsync(server.Url("postgres", user, "x") + $"?schema={place.Schema}");
        (await store.Tracking.GetExperimentAsync("0")).Name.ShouldBe("Default");
    }

    [Fact]
    public async Task Another_programs_schema_is_refused_and_left_alone()
    {
        await server.RunSqlAsync($"CREATE SCHEMA {place.Schema}; CREATE TABLE {place.Schema}.experiments (name TEXT)");
        (await Refusal(await place.UrlAsync())).ShouldContain($"the schema {place.Schema} holds another program's tables, not an Assay store. It was left as it is;");
        await server.RunSqlAsync($"INSERT INTO {place.Schema}.experiments VALUES ('still here')");
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await (await place.OpenAsync()).DisposeAsync();
        await place.RunSqlAsync("UPDATE assay_schema SET version = 999");
        (await Refusal(await place.UrlAsync())).ShouldContain($"was written by a newer Assay (schema 999; this one knows up to {PostgresSchema.Newest}). Update Assay");
    }

    [Fact]
    public async Task An_older_store_is_brought_up_to_date_with_its_content()
    {
        var address = StoreAddress.Parse(await place.UrlAsync());
        (await address.ReadSchemaVersionAsync()).ShouldBeNull();
        await server.RunSqlAsync(
            $"CREATE SCHEMA {place.Schema}; SET search_path = {place.Schema}; {Migration.Of("Postgres")[0].ReadSql()}"
            + "INSERT INTO experiments (workspace, name, artifact_location, creation_time, last_update_time) VALUES ('default', 'old', 'mlflow-artifacts:/1', 1, 1);"
            + "CREATE TABLE assay_schema (version BIGINT NOT NULL); INSERT INTO assay_schema VALUES (1)");
        (await address.ReadSchemaVersionAsync()).ShouldBe(1);
        await using var store = await place.OpenAsync();
        (await address.ReadSchemaVersionAsync()).ShouldBe(address.NewestSchemaVersion);
        (await store.Tracking.FindExperimentAsync("old"))!.ExperimentId.ShouldBe("1");
        var run = await store.Tracking.CreateRunAsync(new NewRun("1"));
        await store.Evaluations.AppendAsync(run.RunId, [EvaluationStoreContract.Row(0)]);
        (await store.Evaluations.CountAsync(run.RunId)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_store_of_before_there_was_a_list_of_keys_gets_one()
    {
        var before = string.Concat(Migration.Of("Postgres").Where(migration => migration.Version < 7).Select(migration => migration.ReadSql()));
        await server.RunSqlAsync(
            $"CREATE SCHEMA {place.Schema}; SET search_path = {place.Schema}; {before}"
            + "INSERT INTO runs (run_key, run_id, experiment_id, run_name, user_id, status, start_time, artifact_uri) VALUES (1, 'a', 0, 'a', '', 0, 1, '');"
            + "INSERT INTO metric_series (run_key, key, step, timestamp, is_nan, value) VALUES (1, 'm', 0, 0, 0, 1.0);"
            + "INSERT INTO params VALUES (1, 'p', '1'); INSERT INTO run_tags VALUES (1, 't', '1');"
            + "CREATE TABLE assay_schema (version BIGINT NOT NULL); INSERT INTO assay_schema VALUES (6)");

        await using var store = await place.OpenAsync();

        foreach (var (kind, key) in new[] { (RunKeyKind.Metric, "m"), (RunKeyKind.Param, "p"), (RunKeyKind.Tag, "t") })
        {
            (await store.Tracking.SearchRunKeysAsync(new RunKeyQuery { ExperimentIds = ["0"], Kind = kind })).Items.ShouldBe([key]);
        }
    }

    [Fact]
    public void Both_dialects_have_the_same_migrations() =>
        Migration.Of("Postgres").Select(one => one.Resource.Split('/')[2]).ShouldBe(Migration.Of("Sqlite").Select(one => one.Resource.Split('/')[2]));

    private static async Task<string> Refusal(string url) => (await Should.ThrowAsync<BadInputException>(() => PostgresStore.OpenAsync(url))).Message;
}
