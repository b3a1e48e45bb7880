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
            var reading = await BeginAsync(split, client, offline, cancellationToken).ConfigureAwait(false);
            if (offline is null)
            {
                await catalogue.RememberAsync(reading.Split, cancellationToken).ConfigureAwait(false);
            }

            return reading;
        }
        catch (HubUnreachableException unreachable)
        {
            throw missing(unreachable, "its rows");
        }
    }

    private async Task<HubReading> BeginAsync(HubSplit split, HubClient client, HubUnreachableException? offline, CancellationToken cancellationToken)
    {
        async Task<HubReading> ReadAsync(HubSplit read)
        {
            var pages = new HubPages(title, read, endpoints, client, cache, options.LabelNames);
            var first = await pages.ReadAsync(0, cancellationToken).ConfigureAwait(false);
            return new HubReading(read, pages, first, offline is null ? null : $"{endpoints.Hub.Authority} gives no answer ({offline.Message})");
        }

        try
        {
            return await ReadAsync(split).ConfigureAwait(false);
        }
        catch (HubRevisionException older)
        {
            // The row service follows the hub some time later: its rows are of the revision that it names.
            return await ReadAsync(split with { Revision = older.Revision }).ConfigureAwait(false);
        }
    }
}
