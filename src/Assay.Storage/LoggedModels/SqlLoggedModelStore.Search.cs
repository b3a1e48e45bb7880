using Assay.LoggedModels;

namespace Assay.Storage.LoggedModels;

internal sealed partial class SqlLoggedModelStore
{
    public Task<Page<LoggedModel>> SearchAsync(LoggedModelQuery query, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");
}
