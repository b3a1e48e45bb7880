using Assay.Storage;
using Assay.Tests.Storage;

namespace Assay.Server.Tests.Artifacts;

/// <summary>A store whose artifacts are in a bucket, under a prefix of each test's own.</summary>
internal sealed class BucketPlace(S3Server s3)
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assay-test-").FullName;

    public async Task<IAssayStore> OpenAsync() => await EmbeddedStore.OpenAsync(
        Path.Combine(_folder, "assay.db"), new EmbeddedStoreOptions { Artifacts = s3.Open($"tests/{Guid.NewGuid():N}") });

    public Task CleanAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}

public sealed class S3ArtifactTests(S3Server s3) : ArtifactStoreContract, IClassFixture<S3Server>
{
    private readonly BucketPlace place = new(s3);

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class S3UploadTests(S3Server s3) : MultipartUploadContract, IClassFixture<S3Server>
{
    private readonly BucketPlace place = new(s3);

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}
