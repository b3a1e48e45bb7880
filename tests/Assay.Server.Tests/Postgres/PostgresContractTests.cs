using Assay.Tests;
using Assay.Tests.Storage;

namespace Assay.Server.Tests.Postgres;

public sealed class PostgresExperimentTests : ExperimentContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresTrackingTests : TrackingStoreContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresRunListTests : RunListContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresBatchTests : BatchContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresEvaluationStoreTests : EvaluationStoreContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresEvaluationSearchTests : EvaluationSearchContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresArtifactTests : ArtifactStoreContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresSampledHistoryTests : SampledHistoryContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresMetricEnvelopeTests : MetricEnvelopeContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresAccessTests : AccessContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}
