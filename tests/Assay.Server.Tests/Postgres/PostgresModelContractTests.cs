using Assay.Tests;
using Assay.Tests.Storage;

namespace Assay.Server.Tests.Postgres;

public sealed class PostgresRegistryTests : RegistryContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresModelVersionTests : ModelVersionContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresLoggedModelTests : LoggedModelContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresDatasetSearchTests : DatasetSearchContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresRegistrySearchTests : RegistrySearchContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresLoggedModelSearchTests : LoggedModelSearchContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresGarbageTests : GarbageContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}
