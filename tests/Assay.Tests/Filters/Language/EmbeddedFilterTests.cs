using Assay.Tests.Storage;

namespace Assay.Tests.Filters.Language;

public sealed class EmbeddedFilterTests : FilterContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedFilterPropertyTests : FilterPropertyContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedModelFilterTests : ModelFilterContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}
