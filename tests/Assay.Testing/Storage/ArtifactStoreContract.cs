using System.Text;
using Assay.Artifacts;

namespace Assay.Tests.Storage;

/// <summary>Files of runs, as every artifact store must keep them.</summary>
public abstract class ArtifactStoreContract : StoreContract
{
    protected const string Uri = "mlflow-artifacts:/0/abc/artifacts";

    protected IArtifactStore Artifacts => Store.Artifacts;

    [Fact]
    public async Task Files_are_written_replaced_listed_read_and_deleted()
    {
        await WriteAsync("dir/sub/a.txt", "one");
        await WriteAsync("dir/b.txt", "two");
        await WriteAsync("z.txt", "three");
        await WriteAsync("dir/b.txt", "22");
        (await Artifacts.ListAsync(Uri, cancellationToken: Cancel)).ShouldBe([new ArtifactInfo("dir", true, null), new ArtifactInfo("z.txt", false, 5)]);
        (await Artifacts.ListAsync(Uri, "dir", Cancel)).ShouldBe([new ArtifactInfo("dir/b.txt", false, 2), new ArtifactInfo("dir/sub", true, null)]);
        (await ReadAsync("dir/b.txt")).ShouldBe("22");
        await Artifacts.DeleteAsync(Uri, "z.txt", Cancel);
        await Artifacts.DeleteAsync(Uri, "dir", Cancel);
        (await Artifacts.ListAsync(Uri, cancellationToken: Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_missing_is_said_to_be_or_listed_as_empty()
    {
        (await Artifacts.ListAsync("mlflow-artifacts:/9/none/artifacts", cancellationToken: Cancel)).ShouldBeEmpty();
        (await Artifacts.ListAsync(Uri, "none", Cancel)).ShouldBeEmpty();
        await ShouldRefuse(Task.Run(() => Artifacts.OpenReadAsync(Uri, "none.txt", Cancel)), ErrorCode.ResourceDoesNotExist, "No such artifact: 'none.txt'");
        await ShouldRefuse(Task.Run(() => Artifacts.DeleteAsync(Uri, "none.txt", Cancel)), ErrorCode.ResourceDoesNotExist, "No such artifact: 'none.txt'");
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_the_older_file_and_no_traces()
    {
        await WriteAsync("a.txt", "old");
        await Should.ThrowAsync<InvalidOperationException>(() => Artifacts.WriteAsync(Uri, "a.txt", new BreakingStream(), Cancel));
        (await ReadAsync("a.txt")).ShouldBe("old");
        (await Artifacts.ListAsync(Uri, cancellationToken: Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Large_files_are_streamed_byte_by_byte_the_same()
    {
        var bytes = new byte[3_000_001];
        new Random(1).NextBytes(bytes);
        await Artifacts.WriteAsync(Uri, "big.bin", new MemoryStream(bytes), Cancel);
        await using var stream = await Artifacts.OpenReadAsync(Uri, "big.bin", Cancel);
        var read = new MemoryStream();
        await stream.CopyToAsync(read, Cancel);
        read.ToArray().AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0L, 3L, "0123", 0)]
    [InlineData(2L, 4L, "234", 2)]
    [InlineData(7L, null, "789", 7)]
    [InlineData(7L, 999L, "789", 7)]
    [InlineData(9L, 9L, "9", 9)]
    [InlineData(null, 3L, "789", 7)]
    [InlineData(null, 99L, "0123456789", 0)]
    public async Task A_range_is_read_alone(long? first, long? last, string expected, long offset)
    {
        await WriteAsync("digits", "0123456789");
        await using var content = await Artifacts.OpenAsync(Uri, "digits", new ArtifactRange(first, last), Cancel);
        (content.Offset, content.Length, content.Size).ShouldBe((offset, expected.Length, 10));
        (await new StreamReader(content.Stream).ReadToEndAsync(Cancel)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(10L, null)]
    [InlineData(11L, 20L)]
    [InlineData(null, 0L)]
    public async Task A_range_behind_the_end_has_no_length(long? first, long? last)
    {
        await WriteAsync("digits", "0123456789");
        await using var content = await Artifacts.OpenAsync(Uri, "digits", new ArtifactRange(first, last), Cancel);
        (content.Length, content.Size).ShouldBe((0, 10));
        content.Stream.ReadByte().ShouldBe(-1);
    }

    [Fact]
    public async Task A_files_mark_and_time_tell_its_versions_apart()
    {
        await WriteAsync("a.txt", "one");
        var first = await DescribeAsync("a.txt");
        (await DescribeAsync("a.txt")).ShouldBe(first);
        await WriteAsync("a.txt", "two");
        var second = await DescribeAsync("a.txt");
        second.ETag.ShouldNotBe(first.ETag);
        second.ETag.ShouldNotContain("\"");
        (TimeProvider.System.GetUtcNow() - second.LastModified).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task All_under_a_URI_is_deleted_but_never_all_there_is()
    {
        await WriteAsync("dir/sub/a.txt", "one");
        await WriteAsync("b.txt", "two");
        await Artifacts.WriteAsync("mlflow-artifacts:/0/abcd/artifacts", "c.txt", new MemoryStream([1]), Cancel);
        await Artifacts.DeleteAsync(Uri, null, Cancel);
        (await Artifacts.ListAsync(Uri, cancellationToken: Cancel)).ShouldBeEmpty();
        (await Artifacts.ListAsync("mlflow-artifacts:/0/abcd/artifacts", cancellationToken: Cancel)).Count.ShouldBe(1);
        await Should.ThrowAsync<AssayException>(() => Artifacts.DeleteAsync(Uri, null, Cancel));
        (await Refusal(() => Artifacts.DeleteAsync("mlflow-artifacts:/", null, Cancel))).ShouldStartWith("Invalid path: ");
    }

    [Fact]
    public async Task A_run_is_found_under_the_root_of_all()
    {
        await WriteAsync("a.txt", "one");
        (await Artifacts.ListAsync("mlflow-artifacts:/", "0/abc/artifacts", Cancel)).ShouldBe([new ArtifactInfo("0/abc/artifacts/a.txt", false, 3)]);
    }

    [Fact]
    public async Task A_folder_of_thousands_is_listed_whole_and_in_order()
    {
        const int Count = 1_100;
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), Cancel, async (i, _) => await WriteAsync($"many/{i:D5}.txt", "x"));
        await WriteAsync("many/folder/x", "x");
        var listed = await Artifacts.ListAsync(Uri, "many", Cancel);
        listed.Count.ShouldBe(Count + 1);
        listed.Select(entry => entry.Path).ShouldBe(listed.Select(entry => entry.Path).Order(StringComparer.Ordinal));
        await Artifacts.DeleteAsync(Uri, "many", Cancel);
        (await Artifacts.ListAsync(Uri, cancellationToken: Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_write_changes_nothing()
    {
        await WriteAsync("a.txt", "old");
        using var cancelled = new CancellationTokenSource();
        var endless = new GeneratedStream(long.MaxValue) { Reached = (40_000_000, () => cancelled.Cancel()) };
        await Should.ThrowAsync<OperationCanceledException>(() => Artifacts.WriteAsync(Uri, "a.txt", endless, cancelled.Token));
        (await ReadAsync("a.txt")).ShouldBe("old");
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("a/../b")]
    [InlineData("./a")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/x")]
    [InlineData("a\\..\\b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("%2e%2e/x")]
    [InlineData("%2E%2E%2Fx")]
    [InlineData("a/%252e%252e/%252e%252e/x")]
    [InlineData("%5c..%5cx")]
    [InlineData("%2fetc%2fpasswd")]
    [InlineData("con")]
    [InlineData("dir/NUL.txt")]
    [InlineData("x.")]
    [InlineData(".assay-writing-1")]
    [InlineData("a/.Assay-Writing-staged/x")]
    [InlineData("~/..")]
    [InlineData("a/%c0%ae%c0%ae/../x")]
    [InlineData("%25252525252525252e")]
    [InlineData("a/b%2f..%2f..%2f..%2fx")]
    [InlineData("..%2fx")]
    [InlineData("..%255cx")]
    [InlineData("d%3A/x/..")]
    [InlineData("a\u007fb")]
    public async Task A_path_that_could_leave_its_root_is_refused_everywhere(string path)
    {
        (await Refusal(() => Artifacts.WriteAsync(Uri, path, new MemoryStream([1]), Cancel))).ShouldStartWith("Invalid path: ");
        (await Refusal(() => Artifacts.OpenReadAsync(Uri, path, Cancel))).ShouldStartWith("Invalid path: ");
        (await Refusal(() => Artifacts.DeleteAsync(Uri, path, Cancel))).ShouldStartWith("Invalid path: ");
        if (path.Length > 0)
        {
            (await Refusal(() => Artifacts.ListAsync(Uri, path, Cancel))).ShouldStartWith("Invalid path: ");
            (await Refusal(() => Artifacts.ListAsync($"mlflow-artifacts:/{path}x/..", null, Cancel))).ShouldStartWith("Invalid path: ");
        }
    }

    [Theory]
    [InlineData("100%.txt")]
    [InlineData("images/dogs%step%3%timestamp%1795292389969%t88f7396-ead1%compressed.webp")]
    [InlineData("images/dogs%step%2500%timestamp%1795292389969%t88f7396-ead1.png")]
    [InlineData("a%00%0a%7fb")]
    [InlineData("a%20b.txt")]
    [InlineData("toxicity: v1/mean.json")]
    [InlineData("日本/é.txt")]
    [InlineData("..a/b..c")]
    [InlineData("50%2F50.txt")]
    [InlineData("a+b&c=d;e@f,g!h'(i).txt")]
    [InlineData("#1?.txt")]
    [InlineData("~/.hidden")]
    [InlineData("😀/\u0301.txt")]
    public async Task Odd_but_harmless_names_are_kept_as_they_are(string path)
    {
        await WriteAsync(path, "x");
        (await ReadAsync(path)).ShouldBe("x");
        var folder = path.Contains('/') ? path[..path.IndexOf('/')] : null;
        (await Artifacts.ListAsync(Uri, folder, Cancel)).Single().Path.ShouldBe(path);
    }

    [Fact]
    public async Task A_path_of_broken_Unicode_or_beyond_all_measure_is_refused()
    {
        (await Refusal(() => WriteAsync("a\ud800b", "x"))).ShouldEndWith("it is no valid Unicode");
        (await Refusal(() => WriteAsync(new string('é', 128), "x"))).ShouldEndWith("it is too long");
        (await Refusal(() => WriteAsync(string.Join('/', Enumerable.Repeat("folder", 200)), "x"))).ShouldEndWith("it is too long");
    }

    [Fact]
    public async Task Artifacts_of_another_kind_of_place_are_refused() =>
        (await Refusal(() => Artifacts.ListAsync("s3://bucket/x", null, Cancel)))
            .ShouldBe("Artifacts at 's3://bucket/x' are not kept by this store: it keeps those under mlflow-artifacts:/");

    protected static async Task<string> Refusal(Func<Task> call)
    {
        var error = await Should.ThrowAsync<AssayException>(call);
        error.Code.ShouldBe(ErrorCode.InvalidParameterValue);
        return error.Message;
    }

    private async Task<(string ETag, DateTimeOffset LastModified)> DescribeAsync(string path)
    {
        await using var content = await Artifacts.OpenAsync(Uri, path, null, Cancel);
        return (content.ETag, content.LastModified);
    }

    protected Task WriteAsync(string path, string text) => Artifacts.WriteAsync(Uri, path, new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel);

    protected async Task<string> ReadAsync(string path, ArtifactRange? range = null)
    {
        await using var content = await Artifacts.OpenAsync(Uri, path, range, Cancel);
        using var reader = new StreamReader(content.Stream);
        return await reader.ReadToEndAsync(Cancel);
    }

    /// <summary>Gives a little, then breaks.</summary>
    private sealed class BreakingStream : MemoryStream
    {
        private int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            reads++ == 0 ? ValueTask.FromResult(buffer.Length) : throw new InvalidOperationException("broken");
    }
}
