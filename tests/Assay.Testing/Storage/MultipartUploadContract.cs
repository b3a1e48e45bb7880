using Assay.Artifacts;

namespace Assay.Tests.Storage;

/// <summary>Uploads in parts, as every store that offers them must keep them. All parts but the last have 5 MiB, the least that S3 takes.</summary>
public abstract class MultipartUploadContract : StoreContract
{
    protected const string Uri = "mlflow-artifacts:/0/abc/artifacts";
    protected const int PartSize = 5 * 1024 * 1024;

    protected IArtifactStore Artifacts => Store.Artifacts;

    protected IMultipartUploads Uploads => Store.Artifacts.Uploads!;

    [Fact]
    public async Task Parts_in_any_order_and_at_once_make_the_file()
    {
        await Artifacts.WriteAsync(Uri, "dir/big.bin", new MemoryStream([1, 2, 3]), Cancel);
        var upload = await Uploads.CreateAsync(Uri, "dir/big.bin", Cancel);
        var parts = await Task.WhenAll(((int[])[4, 2, 3, 1]).Select(number => WriteAsync(upload, number, number == 4 ? 77 : PartSize)));
        (await SizeAsync("dir/big.bin")).ShouldBe(3, "nothing is seen before the upload is completed");
        (await Artifacts.ListAsync(Uri, "dir", Cancel)).Count.ShouldBe(1);

        await Uploads.CompleteAsync(upload, parts, Cancel);

        await using var content = await Artifacts.OpenAsync(Uri, "dir/big.bin", null, Cancel);
        content.Size.ShouldBe(3L * PartSize + 77);
        (await GeneratedStream.MatchAsync(content.Stream, 0, Cancel)).ShouldBe(content.Size);
    }

    [Fact]
    public async Task A_part_that_is_written_again_counts_as_it_was_written_last()
    {
        var upload = await Uploads.CreateAsync(Uri, "a.bin", Cancel);
        await Uploads.WritePartAsync(upload, 1, new MemoryStream([9, 9, 9]), Cancel);
        var part = await Uploads.WritePartAsync(upload, 1, new MemoryStream([1, 2]), Cancel);
        await Uploads.CompleteAsync(upload, [part], Cancel);
        (await SizeAsync("a.bin")).ShouldBe(2);
    }

    [Fact]
    public async Task Two_uploads_of_one_path_do_not_mix()
    {
        var first = await Uploads.CreateAsync(Uri, "a.bin", Cancel);
        var second = await Uploads.CreateAsync(Uri, "a.bin", Cancel);
        var ofFirst = await Uploads.WritePartAsync(first, 1, new MemoryStream([1]), Cancel);
        var ofSecond = await Uploads.WritePartAsync(second, 1, new MemoryStream([1, 2]), Cancel);
        await Uploads.CompleteAsync(second, [ofSecond], Cancel);
        (await SizeAsync("a.bin")).ShouldBe(2);
        await Uploads.CompleteAsync(first, [ofFirst], Cancel);
        (await SizeAsync("a.bin")).ShouldBe(1);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/%2e%2e/x")]
    [InlineData("")]
    public async Task An_upload_does_not_leave_its_root(string path)
    {
        var error = await Should.ThrowAsync<AssayException>(() => Uploads.CreateAsync(Uri, path, Cancel));
        error.Code.ShouldBe(ErrorCode.InvalidParameterValue);
        error.Message.ShouldStartWith("Invalid path: ");
    }

    private async Task<long> SizeAsync(string path)
    {
        await using var content = await Artifacts.OpenAsync(Uri, path, null, Cancel);
        return content.Size;
    }

    private Task<UploadedPart> WriteAsync(MultipartUpload upload, int number, int size) =>
        Uploads.WritePartAsync(upload, number, new GeneratedStream(size) { From = (long)(number - 1) * PartSize }, Cancel);
}
