using System.Globalization;
using System.Net;

namespace Assay.Data.Hub;

/// <summary>The pages of a split: from disk, else from the row service and then on disk.</summary>
internal sealed class HubPages(string title, HubSplit split, HubEndpoints endpoints, HubClient client, HubCache cache, bool labelNames)
{
    private const int MostTries = 3;

    private HubColumns? _columns;

    /// <summary>Whether some page was fetched.</summary>
    public bool HasFetched { get; private set; }

    public bool IsHere(long page) => File.Exists(PathOf(page));

    /// <summary>The page, and whether the service spoke of another revision than this one's.</summary>
    /// <exception cref="HubUnreachableException">It is not on disk, and the service gives no answer.</exception>
    public async Task<HubPage> ReadAsync(long page, CancellationToken cancellationToken)
    {
        var path = PathOf(page);
        if (await HubCache.ReadAsync(path, cancellationToken).ConfigureAwait(false) is { } kept && Parse(kept, page) is { } whole)
        {
            return whole;
        }

        HasFetched = true;
        for (var tries = 1; ; tries++)
        {
            var reply = await AskAsync(page, cancellationToken).ConfigureAwait(false);
            if (reply.Revision is { } revision && revision != split.Revision)
            {
                throw new HubRevisionException(revision);
            }

            if (Parse(reply.Body, page) is { } fetched)
            {
                await HubCache.WriteAsync(path, reply.Body, cancellationToken).ConfigureAwait(false);
                return fetched;
            }

            if (tries == MostTries)
            {
                throw new BadInputException($"{title}: {endpoints.Rows.Authority} does not answer as the hub's row service does; check HF_DATASETS_SERVER");
            }
        }
    }

    private HubPage? Parse(byte[] body, long page)
    {
        var parsed = HubPage.TryParse(body, page * HubPage.Size, _columns, labelNames);
        _columns ??= parsed?.Columns;
        return parsed;
    }

    private async Task<HubReply> AskAsync(long page, CancellationToken cancellationToken)
    {
        var address = HubEndpoints.Below(
            endpoints.Rows,
            "rows",
            ("dataset", split.Dataset),
            ("config", split.Config),
            ("split", split.Name),
            ("offset", (page * HubPage.Size).ToString(CultureInfo.InvariantCulture)),
            ("length", HubPage.Size.ToString(CultureInfo.InvariantCulture)));
        var reply = await client.GetAsync(address, cancellationToken).ConfigureAwait(false);
        return reply.Status == HttpStatusCode.OK ? reply : throw HubRefusal.OfRows(title, endpoints, reply);
    }

    private string PathOf(long page) => cache.PathOf(
        endpoints.Hub.Authority, split.Dataset, split.Revision, split.Config, split.Name, string.Create(CultureInfo.InvariantCulture, $"rows-{page * HubPage.Size:D9}.json"));
}
