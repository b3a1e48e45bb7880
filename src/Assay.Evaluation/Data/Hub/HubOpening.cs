namespace Assay.Data.Hub;

/// <summary>Begins the reading of a split: asks the hub, or when it gives no answer takes what is on disk.</summary>
internal sealed class HubOpening(string title, string name, HubOptions options, HubEndpoints endpoints, HubCache cache, TimeProvider time)
{
    public async Task<HubReading> OpenAsync(Func<HubUnreachableException, string, AssayException> missing, CancellationToken cancellationToken)
    {
        // The pages keep the client: it lives as long as the source.
        var client = new HubClient(endpoints, time);
        var catalogue = new HubCatalogue(title, name, options, endpoints, client, cache);
        HubSplit? split;
        HubUnreachableException? offline = null;
        try
        {
            split = await catalogue.AskAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (HubUnreachableException unreachable)
        {
            offline = unreachable;
            split = await catalogue.RememberedAsync(cancellationToken).ConfigureAwait(false) ?? throw missing(unreachable, "its rows");
        }

        try
        {
            return await BeginAsync(split, client, offline, cancellationToken).ConfigureAwait(false);
        }
        catch (HubRevisionException older)
        {
            // The row service follows the hub some time later: its rows are of the revision that it names.
            return await BeginAsync(split with { Revision = older.Revision }, client, offline, cancellationToken).ConfigureAwait(false);
        }
        catch (HubUnreachableException unreachable)
        {
            throw missing(unreachable, "its rows");
        }
    }

    private async Task<HubReading> BeginAsync(HubSplit split, HubClient client, HubUnreachableException? offline, CancellationToken cancellationToken)
    {
        var pages = new HubPages(title, split, endpoints, client, cache, options.LabelNames);
        var first = await pages.ReadAsync(0, cancellationToken).ConfigureAwait(false);
        return new HubReading(split, pages, first, offline is null ? null : $"{endpoints.Hub.Authority} gives no answer ({offline.Message})");
    }
}
