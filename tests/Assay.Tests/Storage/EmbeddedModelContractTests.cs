namespace Assay.Tests.Storage;

public sealed class EmbeddedRegistryTests : RegistryContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedModelVersionTests : ModelVersionContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedLoggedModelTests : LoggedModelContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedDatasetSearchTests : DatasetSearchContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedRegistrySearchTests : RegistrySearchContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedLoggedModelSearchTests : LoggedModelSearchContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class EmbeddedGarbageTests : GarbageContract
{
    private readonly EmbeddedPlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}
