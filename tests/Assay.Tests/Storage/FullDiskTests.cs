using Assay.Storage;
using Assay.Storage.Sqlite;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>A disk that is truly full: a small file system in memory, where the machine lets the tests mount one.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task Rows_and_artifacts_are_refused_while_the_disk_is_full_and_kept_once_there_is_room()
    {
        using var disk = new SmallDisk(4_000_000);
        var path = disk.Folder["x.db"];
        await using var store = await EmbeddedStore.OpenAsync(path);
        var run = await store.Tracking.CreateRunAsync(new NewRun("0"));
        await File.WriteAllBytesAsync(disk.Folder["ballast"], new byte[1_000_000]);
        var written = 0;
        var error = await Should.ThrowAsync<AssayException>(async () =>
        {
            for (; written < 10_000; written++)
            {
                await store.Evaluations.AppendAsync(run.RunId, [EvaluationStoreContract.Row(written) with { Input = new string('x', 20_000) }]);
            }
        });
        error.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
        error.Message.ShouldContain(path);
        var refused = await Should.ThrowAsync<AssayException>(() => store.Artifacts.WriteAsync(run.ArtifactUri, "big", new MemoryStream(new byte[3_000_000])));
        refused.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
        (await store.Evaluations.CountAsync(run.RunId)).Total.ShouldBe(written);

        File.Delete(disk.Folder["ballast"]);
        await store.Evaluations.AppendAsync(run.RunId, [EvaluationStoreContract.Row(20_000)]);
        await store.Artifacts.WriteAsync(run.ArtifactUri, "small", new MemoryStream([1]));
        (await store.Artifacts.ListAsync(run.ArtifactUri)).Single().Path.ShouldBe("small");
        (await store.Evaluations.CountAsync(run.RunId)).Total.ShouldBe(written + 1);
        using var connection = SqliteConnection.Open(path, TimeSpan.Zero);
        connection.Number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'").ShouldBe(1);
    }
}
