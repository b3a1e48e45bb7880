using System.Diagnostics;
using Assay.Storage;
using Assay.Tests;
using Assay.Tracking;

namespace Assay.Server.Tests.Postgres;

/// <summary>Copies of a store in PostgreSQL, by its own <c>pg_dump</c>.</summary>
public sealed class PostgresBackupTests : IAsyncLifetime
{
    private readonly PostgresPlace place = new();
    private readonly TemporaryFolder folder = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await place.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_copy_restored_elsewhere_is_the_same_store()
    {
        var server = await PostgresServer.SharedAsync();
        var address = StoreAddress.Parse(await place.UrlAsync());
        string runId;
        await using (var store = await place.OpenAsync())
        {
            runId = (await store.Tracking.CreateRunAsync(new NewRun("0", "kept"))).RunId;
            await StoreBackup.WriteAsync(address, folder["store.dump"]);
        }

        Directory.GetFiles(folder.Path).ShouldBe([folder["store.dump"]]);
        var database = $"restored_{Guid.NewGuid():N}";
        await server.RunSqlAsync($"CREATE DATABASE {database}");
        await RestoreAsync(server.Url(database));
        await using (var restored = await PostgresStore.OpenAsync($"{server.Url(database)}?schema={place.Schema}"))
        {
            (await restored.Tracking.GetRunAsync(runId)).RunName.ShouldBe("kept");
            (await restored.Tracking.CreateExperimentAsync(new NewExperiment("after"))).ExperimentId.ShouldBe("1");
        }

        await server.RunSqlAsync($"DROP DATABASE {database} WITH (FORCE)");
    }

    [Fact]
    public async Task What_pg_dump_cannot_do_is_said_in_its_words_and_leaves_nothing()
    {
        var server = await PostgresServer.SharedAsync();
        var error = await Should.ThrowAsync<BadInputException>(() =>
            StoreBackup.WriteAsync(StoreAddress.Parse(server.Url("postgres", password: "s3cret")), folder["store.dump"]));
        error.Message.ShouldStartWith($"postgresql://127.0.0.1:{server.Port}/postgres: pg_dump failed: ");
        error.Message.ShouldNotContain("s3cret");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    private async Task RestoreAsync(string url)
    {
        using var process = Process.Start(new ProcessStartInfo("pg_restore", ["--dbname", url, "--exit-on-error", folder["store.dump"]]) { RedirectStandardError = true })!;
        (await process.StandardError.ReadToEndAsync()).ShouldBe("");
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }
}
