using Assay.Tests.Storage;

namespace Assay.Server.Tests.Client;

public sealed class RemoteExperimentTests : ExperimentContract
{
    private readonly RemotePlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class RemoteTrackingTests : TrackingStoreContract
{
    private readonly RemotePlace place = new();

    protected override string TooManyResults =>
        "Invalid value 50001 for parameter 'max_results' supplied:  Hint: Value was of type 'int'. See the API docs for more information about request parameters.";

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class RemoteRunTableTests : RunTableContract
{
    private readonly RemotePlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class RemoteBatchTests : BatchContract
{
    private readonly RemotePlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class RemoteEvaluationTests : EvaluationStoreContract
{
    private readonly RemotePlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class RemoteEvaluationSearchTests : EvaluationSearchContract
{
    private readonly RemotePlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class RemoteArtifactTests : ArtifactStoreContract
{
    private readonly RemotePlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class RemoteDatasetSearchTests : DatasetSearchContract
{
    private readonly RemotePlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class RemoteLoggedModelTests : LoggedModelContract
{
    private readonly RemotePlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class RemoteModelVersionTests : ModelVersionContract
{
    private readonly RemotePlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}

public sealed class RemoteRegistryTests : RegistryContract
{
    private readonly RemotePlace place = new();

    protected override Task<IAssayStore> OpenEmptyAsync() => place.OpenAsync();

    protected override Task CleanAsync() => place.CleanAsync();
}
