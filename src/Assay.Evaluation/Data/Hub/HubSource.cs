using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Assay.Data.Selection;
using Assay.Data.Sources;

namespace Assay.Data.Hub;

/// <summary>Rows of a split of a data set on the Hugging Face hub, page by page from its row service, kept on disk.</summary>
internal sealed class HubSource(string title, string name, HubOptions options, TimeProvider time) : RowSource
{
    /// <summary>Pages asked for at the same time.</summary>
    private const int PagesAhead = 4;

    private readonly HubEndpoints _endpoints = HubEndpoints.Of(options, Environment.GetEnvironmentVariable);
    private readonly HubCache _cache = new(Path.Combine(options.CacheFolder ?? HubCache.DefaultFolder(Environment.GetEnvironmentVariable), "hub"));
    private HubReading? _reading;
    private long _cutRows;

    public override string Name => _reading is null ? name : $"{_reading.Split.Dataset} {_reading.Split.Config}/{_reading.Split.Name}";

    public override string SourceType => "hugging_face";

    public override string Source => title;

    public override string Title => title;

    public override string Unit => "row";

    public override JsonObject Origin => new()
    {
        ["path"] = _reading?.Split.Dataset ?? name,
        ["config_name"] = _reading?.Split.Config ?? options.Config,
        ["split"] = _reading?.Split.Name ?? options.Split,
        ["revision"] = _reading?.Split.Revision,
    };

    public override IEnumerable<string> Warnings
    {
        get
        {
            if (_reading is { Offline: { } why } reading)
            {
                yield return $"{title}: {why}; its rows are those kept on this machine, of revision {reading.Split.Revision}";
            }

            if (_reading is { First: { IsPartial: true } first })
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{title}: the row service holds only the first {first.Total} rows of a larger data set");
            }

            if (_cutRows > 0)
            {
                yield return $"{title}: the row service cut values in {Counted.Of(_cutRows, "row")}";
            }
        }
    }

    public override async ValueTask<long?> CountAsync(CancellationToken cancellationToken) =>
        (await OpenAsync(cancellationToken).ConfigureAwait(false)).First.Total;

    public override async IAsyncEnumerable<RawRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var row in ReadAsync(RowPlaces.First(reading.First.Total), cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    public override async IAsyncEnumerable<RawRow> ReadAsync(RowPlaces places, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var total = Math.Min(places.Pages(HubPage.Size), RowPlaces.First(reading.First.Total).Pages(HubPage.Size));
        var (done, cut) = (0L, 0L);
        await foreach (var (page, rows) in PagesAsync(reading, places, cancellationToken).ConfigureAwait(false))
        {
            done++;
            if (reading.Pages.HasFetched)
            {
                options.Progress?.Report(new FetchProgress(title, done, total));
            }

            foreach (var row in rows)
            {
                cut += page.Cut[row] ? 1 : 0;
                yield return page.Rows[row];
            }
        }

        _cutRows = cut;
    }

    private async IAsyncEnumerable<(HubPage Page, List<int> Rows)> PagesAsync(
        HubReading reading, RowPlaces places, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = new Queue<(Task<HubPage> Page, List<int> Rows)>();
        try
        {
            foreach (var (page, rows) in HubReading.ByPage(places, reading.First.Total))
            {
                ahead.Enqueue((page == 0 ? Task.FromResult(reading.First) : reading.Pages.ReadAsync(page, halt.Token), rows));
                if (ahead.Count == PagesAhead)
                {
                    yield return (await TakeAsync(ahead.Peek().Page, reading, places).ConfigureAwait(false), ahead.Dequeue().Rows);
                }
            }

            while (ahead.Count > 0)
            {
                yield return (await TakeAsync(ahead.Peek().Page, reading, places).ConfigureAwait(false), ahead.Dequeue().Rows);
            }
        }
        finally
        {
            await halt.CancelAsync().ConfigureAwait(false);
            foreach (var (page, _) in ahead)
            {
                await ((Task)page).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<HubPage> TakeAsync(Task<HubPage> page, HubReading reading, RowPlaces places)
    {
        try
        {
            return await page.ConfigureAwait(false);
        }
        catch (HubUnreachableException unreachable)
        {
            var (missing, all) = reading.Count(places);
            throw Missing(unreachable, string.Create(CultureInfo.InvariantCulture, $"{missing} of {Counted.Of(all, "page")} of its rows"));
        }
        catch (HubRevisionException changed)
        {
            throw new BadInputException($"{title}: the data set changed on the hub while it was read ({changed.Revision} after {reading.Split.Revision}); start again", changed);
        }
    }

    private AssayException Missing(HubUnreachableException unreachable, string what) => new(
        ErrorCode.TemporarilyUnavailable,
        $"{title}: {what} {(what.StartsWith("1 ", StringComparison.Ordinal) ? "is" : "are")} not in the cache ({_cache.PathOf()}), and {_endpoints.Rows.Authority} gives no answer"
        + $" ({unreachable.Message}); run it again with a connection (what is there is kept), set HF_ENDPOINT to a mirror, or give a file with --data",
        unreachable);

    private async ValueTask<HubReading> OpenAsync(CancellationToken cancellationToken) =>
        _reading ??= await new HubOpening(title, name, options, _endpoints, _cache, time).OpenAsync(Missing, cancellationToken).ConfigureAwait(false);
}
