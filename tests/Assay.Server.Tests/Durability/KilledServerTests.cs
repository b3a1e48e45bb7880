using Assay.Storage;
using Assay.Tests;

namespace Assay.Server.Tests.Durability;

/// <summary>Answer after commit: a server that is killed at any moment has lost nothing that it acknowledged, and half of nothing is there.</summary>
public sealed class KilledServerTests
{
    private const int Rounds = 8;
    private const int Writers = 8;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_a_server_over_SQLite_is_killed()
    {
        using var folder = new TemporaryFolder();

        await KillOftenAsync(folder, folder["assay.db"]);

        await using var store = await EmbeddedStore.OpenAsync(folder["assay.db"]);
        (await store.Tracking.GetExperimentAsync("0")).Name.ShouldBe("Default");
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_a_server_over_PostgreSQL_is_killed()
    {
        using var folder = new TemporaryFolder();
        await using var place = new PostgresPlace();

        await KillOftenAsync(folder, await place.UrlAsync());
    }

    [Fact]
    public async Task Of_two_servers_over_one_PostgreSQL_one_may_be_killed_and_the_other_goes_on()
    {
        using var folder = new TemporaryFolder();
        await using var place = new PostgresPlace();
        await using var killed = new ServerProcess(folder, await place.UrlAsync());
        await using var other = new ServerProcess(folder, await place.UrlAsync());
        await Task.WhenAll(killed.StartAsync(), other.StartAsync());
        using var toKilled = new HttpClient { BaseAddress = killed.Address };
        using var toOther = new HttpClient { BaseAddress = other.Address };
        RunWriter[] doomed = [await RunWriter.CreateAsync(toKilled), await RunWriter.CreateAsync(toKilled)];
        RunWriter[] spared = [await RunWriter.CreateAsync(toOther), await RunWriter.CreateAsync(toOther)];
        var writing = doomed.Concat(spared).Select(writer => writer.WriteAsync()).ToList();

        await WaitAsync(writing, () => doomed.Concat(spared).All(writer => writer.Acknowledged > 0));
        await killed.KillAsync();
        var before = spared.Select(writer => writer.Acknowledged).ToArray();
        await WaitAsync(writing[^2..], () => spared.Zip(before).All(pair => pair.First.Acknowledged > pair.Second));
        await other.KillAsync();
        await Task.WhenAll(writing);

        await Task.WhenAll(killed.StartAsync(), other.StartAsync());
        foreach (var writer in doomed.Concat(spared))
        {
            await writer.CheckAsync();
        }
    }

    /// <summary>Again and again on one store: writers at work, a kill at a moment that nobody chose, a look at what is there.</summary>
    private static async Task KillOftenAsync(TemporaryFolder folder, string store)
    {
        await using var server = new ServerProcess(folder, store);
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        var writers = new List<RunWriter>();
        for (var round = 0; round < Rounds; round++)
        {
            var working = new RunWriter[Writers];
            for (var i = 0; i < Writers; i++)
            {
                // Half of them go on with the runs of earlier rounds.
                working[i] = i < Writers / 2 && writers.Count > i ? writers[i] : await RunWriter.CreateAsync(http);
            }

            writers.AddRange(working.Except(writers));
            var begun = working.ToDictionary(writer => writer, writer => writer.Acknowledged);
            var writing = working.Select(writer => writer.WriteAsync()).ToList();
            await WaitAsync(writing, () => begun.All(pair => pair.Key.Acknowledged > pair.Value));
            await Task.Delay(Random.Shared.Next(200));
            await server.KillAsync();
            await Task.WhenAll(writing);

            await server.StartAsync();
            foreach (var writer in working)
            {
                await writer.CheckAsync();
            }
        }

        writers.Sum(writer => writer.Acknowledged).ShouldBeGreaterThan(Rounds * Writers);
    }

    /// <summary>Waits while the writers are at work; what one of them fails by is told at once.</summary>
    private static async Task WaitAsync(List<Task> writing, Func<bool> condition)
    {
        while (!condition())
        {
            if (writing.Find(task => task.IsCompleted) is { } ended)
            {
                await ended;
                throw new InvalidOperationException("A writer ended though its server was there.");
            }

            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
