using Assay.Storage;
using Assay.Tests;
using Assay.Tracking;

namespace Assay.Server.Tests.Postgres;

/// <summary>A database that cannot do what it is asked: too slow, locked, full, or made to lose a race.</summary>
public sealed class PostgresTroubleTests : IAsyncLifetime
{
    private static readonly PostgresStoreOptions Impatient = new() { StatementTimeout = TimeSpan.FromSeconds(2), LockTimeout = TimeSpan.FromMilliseconds(200) };
    private readonly PostgresPlace place = new();
    private SqlStore store = null!;
    private string runId = "";

    private static RunBatch Batch => new() { Params = [new Param("p", "1")], Metrics = [new Metric("m", 1, 1)] };

    public async ValueTask InitializeAsync()
    {
        store = await place.OpenAsync();
        runId = (await store.Tracking.CreateRunAsync(new NewRun("0"))).RunId;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await place.DisposeAsync();
    }

    [Theory]
    [InlineData("RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'", ErrorCode.TemporarilyUnavailable, "cannot grow: its disk is full. Nothing was written; free some space and try again.")]
    [InlineData("RAISE EXCEPTION 'out of memory' USING ERRCODE = '53200'", ErrorCode.TemporarilyUnavailable, "is not available (53200: out of memory). What was being written may or may not be there, but whole; look before trying again.")]
    [InlineData("RAISE EXCEPTION 'read-only' USING ERRCODE = '25006'", ErrorCode.TemporarilyUnavailable, "only reads: it is a standby. Nothing was written; name the primary or try again.")]
    [InlineData("RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'", ErrorCode.TemporarilyUnavailable, "is busy: others write the same again and again. Nothing was written; try again.")]
    [InlineData("RAISE EXCEPTION 'a fault' USING ERRCODE = 'XX000'", ErrorCode.InternalError, "refused a statement (XX000: a fault). Nothing was written.")]
    public async Task What_fails_is_refused_leaves_nothing_and_does_not_last(string trouble, ErrorCode code, string message)
    {
        await MakeTroubleAsync(trouble);
        var error = await Should.ThrowAsync<AssayException>(() => store.Tracking.LogBatchAsync(runId, Batch));
        error.Message.ShouldBe($"{store.Location} {message}");
        error.Code.ShouldBe(code);
        (await store.Tracking.GetRunAsync(runId)).Params.ShouldBeEmpty();
        await place.RunSqlAsync("DROP TRIGGER trouble ON metric_points");
        await store.Tracking.LogBatchAsync(runId, Batch);
        (await store.Tracking.GetRunAsync(runId)).Metrics.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_takes_too_long_is_ended()
    {
        await MakeTroubleAsync("PERFORM pg_sleep(60)");
        await using var impatient = await place.OpenAsync(Impatient);
        var error = await Should.ThrowAsync<AssayException>(() => impatient.Tracking.LogBatchAsync(runId, Batch));
        error.Message.ShouldBe($"{store.Location} took too long. Nothing was written; ask for less, or try again.");
        error.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
        (await store.Tracking.GetRunAsync(runId)).Params.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_lost_a_race_is_run_again()
    {
        // A sequence keeps counting though the transaction is undone: the first two attempts fail.
        await place.RunSqlAsync("CREATE SEQUENCE attempts");
        await MakeTroubleAsync($"IF nextval('{place.Schema}.attempts') <= 2 THEN RAISE EXCEPTION 'lost' USING ERRCODE = '40001'; END IF");
        await store.Tracking.LogBatchAsync(runId, Batch);
        (await store.Tracking.GetRunAsync(runId)).Params.ShouldBe(Batch.Params);
    }

    [Fact]
    public async Task A_lock_that_another_holds_is_waited_for_only_so_long()
    {
        await using var impatient = await place.OpenAsync(Impatient);
        var held = place.RunSqlAsync($"BEGIN; SELECT * FROM runs WHERE run_id = '{runId}' FOR UPDATE; SELECT pg_sleep(3)");
        AssayException? error = null;
        while (error is null && !held.IsCompleted)
        {
            error = await Record.ExceptionAsync(() => impatient.Tracking.UpdateRunAsync(runId, new RunUpdate(RunStatus.Finished))) as AssayException;
        }

        error!.Message.ShouldBe($"{store.Location} is busy: another keeps what is to be written locked. Nothing was written; try again.");
        await held;
        await store.Tracking.UpdateRunAsync(runId, new RunUpdate(RunStatus.Finished));
    }

    [Fact]
    public async Task A_reading_that_is_given_up_ends_on_the_server_and_the_store_goes_on()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => store.Tracking.GetRunAsync(runId, cancel.Token));
        (await store.Tracking.GetRunAsync(runId)).RunId.ShouldBe(runId);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\u0001\u0002\u0003\0\0\u0001")]
    [InlineData("a\u0001")]
    [InlineData("'; DROP TABLE runs; -- $1 {0} \\ %_ \"")]
    [InlineData("é 日本語 😀 \u202E \uFFFF \r\n\t")]
    public async Task Texts_come_back_as_they_were_wherever_they_are(string text)
    {
        var experiment = await store.Tracking.CreateExperimentAsync(new NewExperiment($"e{text}", Tags: [new Tag("t", text)]));
        var run = await store.Tracking.CreateRunAsync(new NewRun(experiment.ExperimentId, $"r{text}", UserId: $"u{text}"));
        await store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Params = [new Param("p", text)], Tags = [new Tag("t", text)] });
        var read = await store.Tracking.GetRunAsync(run.RunId);
        (read.RunName, read.UserId, read.Params[0].Value).ShouldBe(($"r{text}", $"u{text}", text));
        (await store.Tracking.FindExperimentAsync($"e{text}"))!.Tags.ShouldBe([new Tag("t", text)]);
    }

    private Task MakeTroubleAsync(string statement) => place.RunSqlAsync(
        $"CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {statement}; RETURN NEW; END $$; "
        + "CREATE TRIGGER trouble BEFORE INSERT ON metric_points FOR EACH ROW EXECUTE FUNCTION trouble()");
}
