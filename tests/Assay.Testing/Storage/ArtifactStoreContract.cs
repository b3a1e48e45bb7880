using System.Text;
using Assay.Artifacts;

namespace Assay.Tests.Storage;

/// <summary>Files of runs, as every artifact store must keep them.</summary>
public abstract class ArtifactStoreContract : StoreContract
{
    private const string Uri = "mlflow-artifacts:/0/abc/artifacts";

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
    [InlineData("a%00")]
    [InlineData("con")]
    [InlineData("dir/NUL.txt")]
    [InlineData("x.")]
    [InlineData(".assay-writing-1")]
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
    [InlineData("a%20b.txt")]
    [InlineData("toxicity: v1/mean.json")]
    [InlineData("日本/é.txt")]
    [InlineData("..a/b..c")]
    public async Task Odd_but_harmless_names_are_kept_as_they_are(string path)
    {
        await WriteAsync(path, "x");
        (await ReadAsync(path)).ShouldBe("x");
        var folder = path.Contains('/') ? path[..path.IndexOf('/')] : null;
        (await Artifacts.ListAsync(Uri, folder, Cancel)).Single().Path.ShouldBe(path);
    }

    [Fact]
    public async Task A_file_cannot_be_a_folder_nor_a_folder_a_file()
    {
        await WriteAsync("dir/a.txt", "x");
        (await Refusal(() => Artifacts.WriteAsync(Uri, "dir", new MemoryStream(), Cancel))).ShouldBe("Invalid path: 'dir': it is a folder");
        (await Refusal(() => Artifacts.WriteAsync(Uri, "dir/a.txt/b", new MemoryStream(), Cancel))).ShouldBe("Invalid path: 'dir/a.txt/b': a part of it is a file");
        (await Refusal(() => Artifacts.WriteAsync(Uri, new string('n', 300), new MemoryStream(), Cancel))).ShouldEndWith("it is too long");
    }

    [Fact]
    public async Task Artifacts_of_another_kind_of_place_are_refused() =>
        (await Refusal(() => Artifacts.ListAsync("s3://bucket/x", null, Cancel)))
            .ShouldBe("Artifacts at 's3://bucket/x' are not kept by this store: it keeps those under mlflow-artifacts:/");

    private static async Task<string> Refusal(Func<Task> call)
    {
        var error = await Should.ThrowAsync<AssayException>(call);
        error.Code.ShouldBe(ErrorCode.InvalidParameterValue);
        return error.Message;
    }

    private Task WriteAsync(string path, string text) => Artifacts.WriteAsync(Uri, path, new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel);

    private async Task<string> ReadAsync(string path)
    {
        await using var stream = await Artifacts.OpenReadAsync(Uri, path, Cancel);
        using var reader = new StreamReader(stream);
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
