#pragma warning disable CS9113 // until the parameters are read
using Assay.Registry;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Registry;

/// <summary>To come.</summary>
internal sealed class SqlRegistryStore(ISqlDatabase database, TimeProvider clock) : IRegistryStore
{
    public Task<RegisteredModel> CreateModelAsync(NewRegisteredModel model, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<RegisteredModel> GetModelAsync(string name, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<Page<RegisteredModel>> SearchModelsAsync(RegisteredModelQuery query, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<RegisteredModel> DescribeModelAsync(string name, string? description, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<RegisteredModel> RenameModelAsync(string name, string newName, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task DeleteModelAsync(string name, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task SetModelTagAsync(string name, Tag tag, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task DeleteModelTagAsync(string name, string key, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task SetAliasAsync(string name, string alias, int version, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task DeleteAliasAsync(string name, string alias, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<ModelVersion> GetVersionByAliasAsync(string name, string alias, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<IReadOnlyList<ModelVersion>> GetLatestVersionsAsync(string name, IReadOnlyList<ModelStage> stages, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<ModelVersion> CreateVersionAsync(NewModelVersion version, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<ModelVersion> GetVersionAsync(string name, int version, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<Page<ModelVersion>> SearchVersionsAsync(ModelVersionQuery query, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<ModelVersion> DescribeVersionAsync(string name, int version, string? description, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<ModelVersion> MoveVersionAsync(string name, int version, ModelStage stage, bool archiveExisting = false, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task DeleteVersionAsync(string name, int version, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task SetVersionTagAsync(string name, int version, Tag tag, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task DeleteVersionTagAsync(string name, int version, string key, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");
}
