using System.Text;
using Assay.Artifacts;
using Assay.Storage.Artifacts;

namespace Assay.Tests.Storage;

/// <summary>What artifacts in a folder keep beyond the contract.</summary>
public sealed class FileArtifactStoreTests : IDisposable
{
    private const string Uri = "mlflow-artifacts:/0/abc/artifacts";
    private readonly TemporaryFolder folder = new();
    private readonly SetClock clock = new();
    private readonly FileArtifactStore artifacts;

    public FileArtifactStoreTests() => artifacts = new(folder.Path, clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Staging => folder[".assay-writing-staged"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_cannot_be_a_folder_nor_a_folder_a_file()
    {
        await WriteAsync("dir/a.txt", "x");
        (await Refusal(() => WriteAsync("dir", ""))).ShouldBe("Invalid path: 'dir': it is a folder");
        (await Refusal(() => WriteAsync("dir/a.txt/b", ""))).ShouldBe("Invalid path: 'dir/a.txt/b': a part of it is a file");
        (await Refusal(() => WriteAsync(new string('n', 300), ""))).ShouldEndWith("it is too long");
        (await Refusal(() => artifacts.Uploads.CreateAsync(Uri, "dir", Cancel))).ShouldBe("Invalid path: 'dir': it is a folder");
    }

    [Fact]
    public void A_full_disk_is_called_so()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full, a disk that is always full");
        var full = Should.Throw<IOException>(() => File.WriteAllText("/dev/full", "x"));

        var refusal = ArtifactFolder.Unavailable("/srv/.assay-writing-staged/f0", full);

        refusal.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
        refusal.Message.ShouldBe("The disk of the artifacts is full. Nothing was written; free some space and try again.");
    }

    [Fact]
    public async Task Writers_of_one_path_at_once_leave_one_whole_file()
    {
        var texts = Enumerable.Range(0, 16).Select(i => new string((char)('a' + i), 300_000 + i)).ToList();
        using var reading = new CancellationTokenSource();
        await WriteAsync("same.txt", texts[0]);
        var seen = Task.Run(async () =>
        {
            while (!reading.IsCancellationRequested)
            {
                await using var content = await artifacts.OpenAsync(Uri, "same.txt", null, Cancel);
                texts.ShouldContain(await new StreamReader(content.Stream).ReadToEndAsync(Cancel));
            }
        });
        await Parallel.ForEachAsync(texts.Concat(texts), Cancel, async (text, _) => await WriteAsync("same.txt", text));
        await reading.CancelAsync();
        await seen;
        (await artifacts.ListAsync(Uri, cancellationToken: Cancel)).Count.ShouldBe(1);
        Directory.GetFileSystemEntries(Staging).ShouldBeEmpty();
    }

    [Fact]
    public async Task Writing_into_a_folder_that_is_being_deleted_loses_nothing_that_was_answered()
    {
        using var deleting = new CancellationTokenSource();
        var deletes = Task.Run(async () =>
        {
            while (!deleting.IsCancellationRequested)
            {
                try
                {
                    await artifacts.DeleteAsync(Uri, "dir", Cancel);
                }
                catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
                {
                }
            }
        });
        await Parallel.ForEachAsync(Enumerable.Range(0, 300), Cancel, async (i, _) => await WriteAsync($"dir/sub/{i}", "x"));
        await deleting.CancelAsync();
        await deletes;
        await WriteAsync("dir/sub/last", "x");
        (await artifacts.ListAsync(Uri, "dir/sub", Cancel)).Select(entry => entry.Path).ShouldContain("dir/sub/last");
    }

    [Fact]
    public async Task What_a_crash_or_an_abandoned_upload_left_is_removed_after_a_day()
    {
        var upload = await artifacts.Uploads.CreateAsync(Uri, "big.bin", Cancel);
        await artifacts.Uploads.WritePartAsync(upload, 1, new MemoryStream([1]), Cancel);
        await File.WriteAllTextAsync(Path.Combine(Staging, "cut"), "half a fi", Cancel);

        clock.Now += TimeSpan.FromHours(23);
        await WriteAsync("a.txt", "x");
        Directory.GetFileSystemEntries(Staging).Length.ShouldBe(2);

        clock.Now += TimeSpan.FromHours(2);
        await WriteAsync("a.txt", "x");
        Directory.GetFileSystemEntries(Staging).ShouldBeEmpty();
        (await Should.ThrowAsync<AssayException>(() => artifacts.Uploads.WritePartAsync(upload, 1, new MemoryStream([1]), Cancel)))
            .Code.ShouldBe(ErrorCode.ResourceDoesNotExist);
    }

    [Fact]
    public async Task The_root_of_all_is_listed_with_nothing_but_what_was_written()
    {
        await WriteAsync("a.txt", "one");
        (await artifacts.ListAsync("mlflow-artifacts:/", cancellationToken: Cancel)).ShouldBe([new ArtifactInfo("0", true, null)]);
    }

    [Fact]
    public async Task The_longest_names_are_kept()
    {
        var path = string.Join('/', Enumerable.Repeat(new string('é', 127), 4));
        await WriteAsync(path, "x");
        await (await artifacts.OpenAsync(Uri, path, null, Cancel)).DisposeAsync();
    }

    [Fact]
    public async Task A_completed_upload_is_over()
    {
        var upload = await artifacts.Uploads.CreateAsync(Uri, "big.bin", Cancel);
        var part = await artifacts.Uploads.WritePartAsync(upload, 1, new MemoryStream([1]), Cancel);
        await artifacts.Uploads.CompleteAsync(upload, [part], Cancel);
        Directory.GetFileSystemEntries(Staging).ShouldBeEmpty();
        foreach (var call in (Func<Task>[])[
            () => artifacts.Uploads.WritePartAsync(upload, 1, new MemoryStream([1]), Cancel), () => artifacts.Uploads.CompleteAsync(upload, [part], Cancel)])
        {
            (await Should.ThrowAsync<AssayException>(call)).Code.ShouldBe(ErrorCode.ResourceDoesNotExist);
        }
    }

    [Fact]
    public async Task An_aborted_upload_leaves_nothing()
    {
        var upload = await artifacts.Uploads.CreateAsync(Uri, "big.bin", Cancel);
        await artifacts.Uploads.WritePartAsync(upload, 1, new MemoryStream([1]), Cancel);
        await artifacts.Uploads.AbortAsync(upload, Cancel);
        Directory.GetFileSystemEntries(Staging).ShouldBeEmpty();
        (await Should.ThrowAsync<AssayException>(() => artifacts.Uploads.AbortAsync(upload, Cancel))).Code.ShouldBe(ErrorCode.ResourceDoesNotExist);
    }

    [Fact]
    public async Task A_part_that_has_changed_on_the_disk_makes_no_file()
    {
        var upload = await artifacts.Uploads.CreateAsync(Uri, "big.bin", Cancel);
        var part = await artifacts.Uploads.WritePartAsync(upload, 1, new MemoryStream([1, 2, 3]), Cancel);
        await File.WriteAllBytesAsync(Directory.GetFiles(Path.Combine(Staging, upload.UploadId), "00001-*").Single(), [1, 2], Cancel);

        (await Refusal(() => artifacts.Uploads.CompleteAsync(upload, [part], Cancel))).ShouldStartWith("Part 1 of the upload is not there");
        (await artifacts.ListAsync(Uri, cancellationToken: Cancel)).ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(Staging, upload.UploadId), "assembled*").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../../0")]
    [InlineData("/etc")]
    [InlineData("{5f0c1d3a-0000-0000-0000-000000000000}")]
    [InlineData("5f0c1d3a000000000000000000000000")]
    [InlineData("")]
    public async Task An_id_that_was_not_given_out_finds_nothing(string id) =>
        (await Should.ThrowAsync<AssayException>(() => artifacts.Uploads.AbortAsync(new MultipartUpload(Uri, "a", id), Cancel)))
            .Code.ShouldBe(ErrorCode.ResourceDoesNotExist);

    [Fact]
    public async Task An_upload_is_found_by_its_own_path_only()
    {
        var upload = await artifacts.Uploads.CreateAsync(Uri, "a.bin", Cancel);
        (await Should.ThrowAsync<AssayException>(() => artifacts.Uploads.AbortAsync(upload with { Path = "b.bin" }, Cancel)))
            .Code.ShouldBe(ErrorCode.ResourceDoesNotExist);
    }

    private Task WriteAsync(string path, string text) => artifacts.WriteAsync(Uri, path, new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel);

    private static async Task<string> Refusal(Func<Task> call)
    {
        var error = await Should.ThrowAsync<AssayException>(call);
        error.Code.ShouldBe(ErrorCode.InvalidParameterValue);
        return error.Message;
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
