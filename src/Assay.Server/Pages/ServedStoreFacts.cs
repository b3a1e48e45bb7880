using Assay.Server.Operations;
using Assay.Storage;
using Assay.Web.Settings;

namespace Assay.Server.Pages;

/// <summary>What the server's store is.</summary>
internal sealed class ServedStoreFacts(IAssayStore store) : IStoreFacts
{
    public async Task<StoreFacts> ReadAsync(CancellationToken cancellationToken)
    {
        if (store is not SqlStore database)
        {
            return new StoreFacts(null, store.Location, null, ServerVersion.Own);
        }

        var (engine, bytes) = await database.DescribeAsync(cancellationToken).ConfigureAwait(false);
        return new StoreFacts(engine, store.Location, bytes, ServerVersion.Own);
    }
}
