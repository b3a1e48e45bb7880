using Assay.Storage;

namespace Assay.Tests.Storage;

/// <summary>Where the contract tests of the embedded store keep their file.</summary>
internal sealed class EmbeddedPlace
{
    private readonly string folder = Directory.CreateTempSubdirectory("assay-test-").FullName;

    public async Task<IAssayStore> OpenAsync() => await EmbeddedStore.OpenAsync(Path.Combine(folder, "assay.db"));

    public Task CleanAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}

public sealed class EmbeddedExperimentTests : ExperimentContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedTrackingTests : TrackingStoreContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedRunListTests : RunListContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedBatchTests : BatchContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedSampledHistoryTests : SampledHistoryContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedMetricEnvelopeTests : MetricEnvelopeContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedEvaluationTests : EvaluationStoreContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedEvaluationSearchTests : EvaluationSearchContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedArtifactTests : ArtifactStoreContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedUploadTests : MultipartUploadContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedAccessTests : AccessContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}
