using Assay.Storage;
using Assay.Storage.Sqlite;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Processes that end as by kill -9, and two that write at once.</summary>
public sealed class EmbeddedStoreDurabilityTests : IDisposable
{
    private const int Callers = 4;
    private readonly TemporaryFolder folder = new();

    private string Db => folder["x.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_no_batch_is_half_there_when_the_writer_is_killed()
    {
        var runId = await NewRunAsync();
        var random = new Random();
        var acknowledged = new List<(string Name, string Line)>();
        for (var round = 0; round < 5; round++)
        {
            var name = $"w{round}";
            using var writer = CrashWriter.Start(Db, runId, name, Callers, wanted: random.Next(1, 200));
            await writer.WaitUntilReachedAsync();
            await Task.Delay(random.Next(0, 5)); // the moment is what is tried: any must do
            await writer.KillAsync();

            // A last line may be cut short: in its words it is left out, in its number it names an earlier write.
            acknowledged.AddRange(writer.Acknowledged.Where(line => line.Split(' ') is [_, _, not ""]).Select(line => (name, line)));
            Integrity().ShouldBe(1);
        }

        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(5);
        await CheckAsync(runId, acknowledged);
    }

    [Fact]
    public async Task Two_processes_on_one_file_lose_nothing_and_never_find_it_locked()
    {
        const int Batches = 60;
        var runId = await NewRunAsync();
        using var first = CrashWriter.Start(Db, runId, "a", Callers, Batches);
        using var second = CrashWriter.Start(Db, runId, "b", Callers, Batches);
        (await first.WaitAsync()).ShouldBe("");
        (await second.WaitAsync()).ShouldBe("");
        first.Acknowledged.Count.ShouldBe(2 * Callers * Batches);
        second.Acknowledged.Count.ShouldBe(2 * Callers * Batches);
        await CheckAsync(runId, [.. first.Acknowledged.Select(line => ("a", line)), .. second.Acknowledged.Select(line => ("b", line))]);
        await using var store = await EmbeddedStore.OpenAsync(Db);
        (await store.Evaluations.CountAsync(runId)).Total.ShouldBe(2 * Callers * Batches * 3);
        Integrity().ShouldBe(1);
    }

    /// <summary>Each acknowledged write is there, and each write that is there is there whole.</summary>
    private async Task CheckAsync(string runId, IReadOnlyList<(string Name, string Line)> acknowledged)
    {
        await using var store = await EmbeddedStore.OpenAsync(Db);
        var rows = new Dictionary<string, int>();
        await foreach (var key in store.Evaluations.ReadKeysAsync(runId))
        {
            var batch = key.RowId[..key.RowId.LastIndexOf('-')];
            rows[batch] = rows.GetValueOrDefault(batch) + 1;
        }

        rows.Values.ShouldAllBe(count => count == 3);
        var points = new Dictionary<string, int>();
        foreach (var metric in (await store.Tracking.GetRunAsync(runId)).Metrics)
        {
            foreach (var point in (await store.Tracking.GetMetricHistoryAsync(runId, metric.Key)).Items)
            {
                points[$"{metric.Key}-{point.Step}"] = points.GetValueOrDefault($"{metric.Key}-{point.Step}") + 1;
            }
        }

        points.Values.ShouldAllBe(count => count == 2);
        foreach (var (name, line) in acknowledged)
        {
            var parts = line.Split(' ');
            (parts[0] == "rows" ? rows : points).ShouldContainKey($"{name}-{parts[1]}-{parts[2]}");
        }
    }

    private async Task<string> NewRunAsync()
    {
        await using var store = await EmbeddedStore.OpenAsync(Db);
        return (await store.Tracking.CreateRunAsync(new NewRun("0"))).RunId;
    }

    private long Integrity()
    {
        using var connection = SqliteConnection.Open(Db, TimeSpan.FromSeconds(5));
        return connection.Number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'");
    }
}
