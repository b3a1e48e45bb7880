using Assay.Storage;
using Assay.Storage.Sqlite;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Copies of a store's file.</summary>
public sealed class StoreBackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private StoreAddress Store => StoreAddress.Parse(folder["x.db"]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_copy_made_while_others_write_is_a_whole_store_with_all_that_was_acknowledged_before()
    {
        await using var store = await Store.OpenAsync();
        var run = await store.Tracking.CreateRunAsync(new NewRun("0"));
        using var stop = new CancellationTokenSource();
        var written = 0;
        var writing = Task.Run(async () =>
        {
            for (; !stop.IsCancellationRequested; written++)
            {
                await store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [new Metric("a", 1, 1, written), new Metric("b", 1, 1, written)] }, CancellationToken.None);
            }
        });
        while (Volatile.Read(ref written) < 20)
        {
            await Task.Delay(1);
        }

        var before = Volatile.Read(ref written);
        await StoreBackup.WriteAsync(Store, folder["copy.db"]);
        await stop.CancelAsync();
        await writing;

        Directory.GetFiles(folder.Path, "copy*").ShouldBe([folder["copy.db"]]);
        using (var connection = SqliteConnection.Open(folder["copy.db"], TimeSpan.Zero))
        {
            connection.Number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'").ShouldBe(1);
        }

        await using var copy = await EmbeddedStore.OpenAsync(folder["copy.db"]);
        var (a, b) = ((await copy.Tracking.GetMetricHistoryAsync(run.RunId, "a")).Items.Count, (await copy.Tracking.GetMetricHistoryAsync(run.RunId, "b")).Items.Count);
        a.ShouldBe(b);
        a.ShouldBeGreaterThanOrEqualTo(before);
        await copy.Tracking.LogBatchAsync(run.RunId, new RunBatch { Tags = [new Tag("t", "the copy is written to")] });
        File.Exists(folder["copy.db-wal"]).ShouldBeTrue("a copy is in the mode of a store");
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_when_asked_to()
    {
        await (await Store.OpenAsync()).DisposeAsync();
        folder.Write("copy.db", "mine");
        (await Refusal(folder["copy.db"])).ShouldBe($"{folder["copy.db"]} is there already: name another file, or replace it with --force.");
        (await File.ReadAllTextAsync(folder["copy.db"])).ShouldBe("mine");
        await StoreBackup.WriteAsync(Store, folder["copy.db"], overwrite: true);
        (await StoreAddress.Parse(folder["copy.db"]).ReadSchemaVersionAsync()).ShouldBe(Store.NewestSchemaVersion);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_and_leaves_nothing()
    {
        (await Refusal(folder["copy.db"])).ShouldBe($"No store at {folder["x.db"]}.");
        await (await Store.OpenAsync()).DisposeAsync();
        (await Refusal(folder["x.db"])).ShouldBe($"{folder["x.db"]} is the store itself: name another file.");
        (await Refusal(folder.Path)).ShouldBe($"{folder.Path} is a folder: name a file in it.");
        (await Refusal(folder["none/copy.db"])).ShouldBe($"The folder of {folder["none/copy.db"]} is not there: make it or name another.");
        await Should.ThrowAsync<OperationCanceledException>(() => StoreBackup.WriteAsync(Store, folder["copy.db"], cancellationToken: new CancellationToken(canceled: true)));
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["x.db"]]);
    }

    private async Task<string> Refusal(string target) =>
        (await Should.ThrowAsync<BadInputException>(() => StoreBackup.WriteAsync(Store, target))).Message;
}
