using Assay.Tests;
using Assay.Tests.Filters;

namespace Assay.Server.Tests.Postgres;

public sealed class PostgresFilterTests : FilterContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresFilterPropertyTests : FilterPropertyContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}

public sealed class PostgresModelFilterTests : ModelFilterContract
{
    private readonly PostgresPlace place = new();

    protected override async Task<IAssayStore> OpenEmptyAsync() => await place.OpenAsync();

    protected override Task CleanAsync() => place.DisposeAsync().AsTask();
}
