#pragma warning disable CS9113 // until the parameters are read
using Assay.LoggedModels;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.LoggedModels;

/// <summary>To come.</summary>
internal sealed class SqlLoggedModelStore(ISqlDatabase database, TimeProvider clock) : ILoggedModelStore
{
    public Task<LoggedModel> CreateAsync(NewLoggedModel model, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<LoggedModel> GetAsync(string modelId, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<Page<LoggedModel>> SearchAsync(LoggedModelQuery query, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<LoggedModel> FinalizeAsync(string modelId, LoggedModelStatus status, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task DeleteAsync(string modelId, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task<LoggedModel> SetTagsAsync(string modelId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task DeleteTagAsync(string modelId, string key, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");

    public Task LogParamsAsync(string modelId, IReadOnlyList<Param> parameters, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");
}
