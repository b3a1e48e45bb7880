using Assay.Storage;
using Assay.Storage.Sqlite;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>A full disk, a file that another process keeps, and a store that is closed.</summary>
public sealed class EmbeddedStoreTroubleTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Db => folder["x.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task On_a_full_disk_writes_are_refused_and_what_was_there_stays()
    {
        string runId;
        long before;
        await using (var store = await EmbeddedStore.OpenAsync(Db, new EmbeddedStoreOptions { MaxPages = 200 }))
        {
            runId = (await store.Tracking.CreateRunAsync(new NewRun("0"))).RunId;
            var written = 0;
            var error = await Should.ThrowAsync<AssayException>(async () =>
            {
                for (; written < 1000; written++)
                {
                    await store.Evaluations.AppendAsync(runId, [Big(written)]);
                }
            });
            error.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
            error.Message.ShouldBe($"{Db} cannot grow: the disk is full. Nothing was written; free some space and try again.");
            before = (await store.Evaluations.CountAsync(runId)).Total;
            before.ShouldBe(written);
            before.ShouldBeGreaterThan(0);
        }

        await using var roomy = await EmbeddedStore.OpenAsync(Db);
        await roomy.Evaluations.AppendAsync(runId, [Big(5000)]);
        (await roomy.Evaluations.CountAsync(runId)).Total.ShouldBe(before + 1);
        Integrity().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_store_goes_on_after_a_write_that_was_too_large()
    {
        await using var store = await EmbeddedStore.OpenAsync(Db, new EmbeddedStoreOptions { MaxPages = 200 });
        var run = await store.Tracking.CreateRunAsync(new NewRun("0"));
        await Should.ThrowAsync<AssayException>(() => store.Evaluations.AppendAsync(run.RunId, [.. Enumerable.Range(0, 1000).Select(Big)]));
        (await store.Evaluations.CountAsync(run.RunId)).Total.ShouldBe(0);
        await store.Evaluations.AppendAsync(run.RunId, [Big(0)]);
        (await store.Evaluations.CountAsync(run.RunId)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_stays_locked_is_said_to_be_busy_and_then_works_again()
    {
        await using var store = await EmbeddedStore.OpenAsync(Db, new EmbeddedStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        using var other = SqliteConnection.Open(Db, TimeSpan.Zero);
        other.Run("BEGIN IMMEDIATE");
        var errors = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            Should.ThrowAsync<AssayException>(() => store.Tracking.CreateRunAsync(new NewRun("0")))));
        errors.ShouldAllBe(error => error.Code == ErrorCode.TemporarilyUnavailable
            && error.Message == $"{Db} is busy: another process keeps it locked. Nothing was written; try again.");
        (await store.Tracking.GetExperimentAsync("0")).Name.ShouldBe("Default", "readers do not wait for writers");
        other.Run("ROLLBACK");
        (await store.Tracking.CreateRunAsync(new NewRun("0"))).RunId.Length.ShouldBe(32);
    }

    [Fact]
    public async Task A_write_waits_for_another_process_that_ends_in_time()
    {
        await using var store = await EmbeddedStore.OpenAsync(Db);
        using var other = SqliteConnection.Open(Db, TimeSpan.Zero);
        other.Run("BEGIN IMMEDIATE");
        var creating = store.Tracking.CreateRunAsync(new NewRun("0"));
        await store.Tracking.GetExperimentAsync("0");
        creating.IsCompleted.ShouldBeFalse();
        other.Run("COMMIT");
        (await creating).RunId.Length.ShouldBe(32);
    }

    [Fact]
    public async Task What_is_queued_at_closing_is_still_written_and_later_calls_are_refused()
    {
        var store = await EmbeddedStore.OpenAsync(Db);
        var run = await store.Tracking.CreateRunAsync(new NewRun("0"));
        var queued = Enumerable.Range(0, 100).Select(i => store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Tags = [new Tag($"t{i}", "")] })).ToList();
        await store.DisposeAsync();
        await Task.WhenAll(queued);
        await Should.ThrowAsync<ObjectDisposedException>(() => store.Tracking.CreateRunAsync(new NewRun("0")));
        await Should.ThrowAsync<ObjectDisposedException>(() => store.Tracking.GetRunAsync(run.RunId));
        await using var again = await EmbeddedStore.OpenAsync(Db);
        (await again.Tracking.GetRunAsync(run.RunId)).Tags.Count.ShouldBe(101);
    }

    [Fact]
    public async Task A_cancelled_call_that_still_waits_writes_nothing()
    {
        await using var store = await EmbeddedStore.OpenAsync(Db);
        using var other = SqliteConnection.Open(Db, TimeSpan.Zero);
        other.Run("BEGIN IMMEDIATE");
        using var cancel = new CancellationTokenSource();
        var creating = store.Tracking.CreateExperimentAsync(new NewExperiment("never"), cancel.Token);
        await cancel.CancelAsync();
        other.Run("ROLLBACK");
        await Should.ThrowAsync<OperationCanceledException>(() => creating);
        (await store.Tracking.FindExperimentAsync("never")).ShouldBeNull();
    }

    private static Assay.Evaluations.EvaluationRow Big(int i) => EvaluationStoreContract.Row(i) with { Input = new string('x', 20_000) };

    private long Integrity()
    {
        using var connection = SqliteConnection.Open(Db, TimeSpan.Zero);
        return connection.Number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'");
    }
}
