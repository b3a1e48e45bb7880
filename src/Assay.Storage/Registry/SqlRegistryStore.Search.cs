using Assay.Registry;

namespace Assay.Storage.Registry;

internal sealed partial class SqlRegistryStore
{
    public Task<Page<RegisteredModel>> SearchModelsAsync(RegisteredModelQuery query, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<Page<ModelVersion>> SearchVersionsAsync(ModelVersionQuery query, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");
}
