using Assay.Storage.S3;

namespace Assay.Server.Tests.Artifacts;

/// <summary>What S3 does not do is said in our terms, and never with a secret in it.</summary>
public sealed class S3RefusalTests(S3Server s3) : IClassFixture<S3Server>
{
    private const string Uri = "mlflow-artifacts:/1/abc/artifacts";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bucket_that_is_not_there()
    {
        using var store = new S3ArtifactStore(new S3Address("no-such-bucket", ""), s3.Setting);
        foreach (var error in await RefusalsAsync(store))
        {
            (error.Code, error.Message).ShouldBe(
                (ErrorCode.ResourceDoesNotExist, "s3://no-such-bucket: there is no such bucket. Create it, or keep artifacts elsewhere."));
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there()
    {
        using var store = new S3ArtifactStore(new S3Address("bucket", ""), name => name switch
        {
            "AWS_ENDPOINT_URL" => "http://127.0.0.1:1",
            "MLFLOW_S3_ENDPOINT_URL" => null,
            _ => s3.Setting(name),
        });
        foreach (var error in await RefusalsAsync(store))
        {
            error.Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
            error.Message.ShouldStartWith("s3://bucket is not available now: ");
        }
    }

    [Theory]
    [InlineData("127.0.0.1:9000")]
    [InlineData("ftp://127.0.0.1")]
    public void An_address_that_is_none(string address) => Should.Throw<BadInputException>(
        () => new S3ArtifactStore(new S3Address("bucket", ""), name => name == "MLFLOW_S3_ENDPOINT_URL" ? address : null))
            .Message.ShouldStartWith($"MLFLOW_S3_ENDPOINT_URL is '{address}'");

    [Fact]
    public async Task Credentials_that_are_refused()
    {
        using var store = s3.OpenWith("a-key-that-is-not-known");
        foreach (var error in await RefusalsAsync(store))
        {
            error.Code.ShouldBe(ErrorCode.PermissionDenied);
            error.Message.ShouldMatch($@"^s3://{S3Server.Bucket} refuses the server's credentials \((InvalidAccessKeyId|Forbidden)\)\. Check them, and the bucket's policy\.$");
        }
    }

    private static async Task<AssayException[]> RefusalsAsync(S3ArtifactStore store) =>
    [
        await Should.ThrowAsync<AssayException>(() => store.ListAsync(Uri, null, Cancel)),
        await Should.ThrowAsync<AssayException>(() => store.WriteAsync(Uri, "a", new MemoryStream([1]), Cancel)),
        await Should.ThrowAsync<AssayException>(() => store.OpenAsync(Uri, "a", null, Cancel)),
        await Should.ThrowAsync<AssayException>(() => store.DeleteAsync(Uri, "a", Cancel)),
    ];
}
