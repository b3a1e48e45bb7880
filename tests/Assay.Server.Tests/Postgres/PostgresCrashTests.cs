using System.Collections.Concurrent;
using Assay.Storage;
using Assay.Storage.Artifacts;
using Assay.Tests;
using Assay.Tests.Storage;
using Assay.Tracking;

namespace Assay.Server.Tests.Postgres;

/// <summary>A database that is killed while others write to it, and started again.</summary>
public sealed class PostgresCrashTests : IAsyncLifetime
{
    private const int Callers = 6;
    private readonly TemporaryFolder folder = new();
    private PostgresServer server = null!;
    private SqlStore store = null!;
    private string runId = "";

    public async ValueTask InitializeAsync()
    {
        server = await PostgresServer.StartAsync();
        store = await PostgresStore.OpenAsync(server.Url("postgres"), new PostgresStoreOptions { Artifacts = new FileArtifactStore(folder.Path) });
        runId = (await store.Tracking.CreateRunAsync(new NewRun("0"))).RunId;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_no_batch_is_half_there_and_the_store_recovers_by_itself()
    {
        var acknowledged = new ConcurrentQueue<string>();
        var errors = new ConcurrentQueue<Exception>();
        using var stop = new CancellationTokenSource();
        var writing = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => WriteAsync(caller, acknowledged, errors, stop.Token))).ToList();
        for (var round = 0; round < 3; round++)
        {
            await UntilAsync(acknowledged.Count + 40, acknowledged);
            await server.KillAsync();
            await UntilAsync(errors.Count + 1, errors);
            await server.StartAgainAsync();
        }

        await UntilAsync(acknowledged.Count + 40, acknowledged);
        await stop.CancelAsync();
        await Task.WhenAll(writing);

        errors.ShouldAllBe(error => error is AssayException && ((AssayException)error).Code == ErrorCode.TemporarilyUnavailable);
        errors.ShouldAllBe(error => error.Message.StartsWith($"postgresql://127.0.0.1:{server.Port}/postgres "));
        var (rows, points) = (await RowsAsync(), await PointsAsync());
        rows.Values.ShouldAllBe(count => count == 3);
        points.Values.ShouldAllBe(count => count == 2);
        acknowledged.ShouldAllBe(name => name.StartsWith('r') ? rows.ContainsKey(name) : points.ContainsKey(name));
    }

    [Fact]
    public async Task Connections_that_the_server_ended_are_not_noticed()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => store.Tracking.LogBatchAsync(runId, new RunBatch { Tags = [new Tag($"t{i}", "")] })));
        await server.StopAsync();
        await server.StartAgainAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? store.Tracking.LogBatchAsync(runId, new RunBatch { Tags = [new Tag($"t{i}", "again")] })
            : store.Tracking.GetRunAsync(runId)));
        (await store.Tracking.GetRunAsync(runId)).Tags.Count(tag => tag.Value == "again").ShouldBe(4);
    }

    [Fact]
    public async Task While_it_is_away_calls_are_refused_at_once_and_opening_too()
    {
        await server.StopAsync();
        foreach (var call in (Func<Task>[])[() => store.Tracking.GetRunAsync(runId), () => store.Tracking.LogBatchAsync(runId, new RunBatch()), () => PostgresStore.OpenAsync(server.Url("postgres"))])
        {
            var error = await Should.ThrowAsync<AssayException>(call);
            error.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
            error.Message.ShouldStartWith($"postgresql://127.0.0.1:{server.Port}/postgres does not answer (");
            error.ToString().ShouldNotContain("wörd");
        }

        await server.StartAgainAsync();
        (await store.Tracking.GetRunAsync(runId)).RunId.ShouldBe(runId);
    }

    private async Task WriteAsync(int caller, ConcurrentQueue<string> acknowledged, ConcurrentQueue<Exception> errors, CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var name = $"r{caller}-{n}";
            try
            {
                await store.Evaluations.AppendAsync(runId, [.. Enumerable.Range(0, 3).Select(part => EvaluationStoreContract.Row(n) with { RowId = $"{name}-{part}" })], CancellationToken.None);
                acknowledged.Enqueue(name);
                await store.Tracking.LogBatchAsync(runId, new RunBatch { Metrics = [new Metric($"m{caller}", 0, 1, n), new Metric($"m{caller}", 1, 1, n)] }, CancellationToken.None);
                acknowledged.Enqueue($"m{caller}-{n}");
            }
            catch (Exception error)
            {
                errors.Enqueue(error);
                await Task.Delay(10, CancellationToken.None);
            }
        }
    }

    private static async Task UntilAsync<T>(int count, ConcurrentQueue<T> queue)
    {
        while (queue.Count < count)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private async Task<Dictionary<string, int>> RowsAsync()
    {
        var rows = new Dictionary<string, int>();
        await foreach (var key in store.Evaluations.ReadKeysAsync(runId))
        {
            var batch = key.RowId[..key.RowId.LastIndexOf('-')];
            rows[batch] = rows.GetValueOrDefault(batch) + 1;
        }

        return rows;
    }

    private async Task<Dictionary<string, int>> PointsAsync()
    {
        var points = new Dictionary<string, int>();
        for (var caller = 0; caller < Callers; caller++)
        {
            foreach (var point in (await store.Tracking.GetMetricHistoryAsync(runId, $"m{caller}")).Items)
            {
                points[$"m{caller}-{point.Step}"] = points.GetValueOrDefault($"m{caller}-{point.Step}") + 1;
            }
        }

        return points;
    }
}
