using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Runs;
using Assay.Web.Visits;

namespace Assay.Web.Search;

/// <summary>Finds experiments and runs by a part of their names, and runs by the beginning of their ids: from the bar of every page.</summary>
internal static class SearchRoutes
{
    public const string Path = "/search", TextName = "q";
    private const int PageSize = 30, MostExperiments = 6, MostById = 5, ShortestId = 4, WholeId = 32, LongestText = 250;

    public static void Map(PageRoutes pages) => pages.Get(Path, ShowAsync);

    private static async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var text = (visit.Query(TextName) ?? "").Trim();
        if (text.Length > LongestText) text = text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
        if (text.Length == 0) return PageContent.Of<SearchPage>((nameof(SearchPage.Text), text));
        var store = visit.Store.Tracking;
        var begun = visit.Query("page") is not null ? [] : await BegunAsync(store, text, cancellationToken).ConfigureAwait(false);
        if (begun is [var only] && text.Length == WholeId) return PageContent.Redirect(RunAddress.Of(only.RunId));
        var named = await store.SearchRunsAsync(
            QueryOf($"attributes.run_name ILIKE '%{Quoted(text)}%'", PageSize) with { PageToken = visit.Query("page") }, cancellationToken).ConfigureAwait(false);
        var experiments = visit.Query("page") is not null ? []
            : (await store.SearchExperimentsAsync(
                new ExperimentQuery { Filter = $"name ILIKE '%{Quoted(text)}%'", OrderBy = ["last_update_time DESC"], MaxResults = MostExperiments },
                cancellationToken).ConfigureAwait(false)).Items;
        Run[] runs = [.. begun, .. named.Items.Where(run => begun.All(known => known.RunId != run.RunId))];
        return PageContent.Of<SearchPage>(
            (nameof(SearchPage.Text), text),
            (nameof(SearchPage.Experiments), experiments),
            (nameof(SearchPage.IsMore), experiments.Count == MostExperiments),
            (nameof(SearchPage.Runs), runs),
            (nameof(SearchPage.Next), named.NextPageToken),
            (nameof(SearchPage.Names), await NamesAsync(store, runs, cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>Runs whose id begins so, when it could be the beginning of one.</summary>
    private static async Task<IReadOnlyList<Run>> BegunAsync(ITrackingStore store, string text, CancellationToken cancellationToken) =>
        text.Length is < ShortestId or > WholeId || !text.All(char.IsAsciiLetterOrDigit) ? []
            : (await store.SearchRunsAsync(QueryOf($"attributes.run_id LIKE '{text}%'", MostById), cancellationToken).ConfigureAwait(false)).Items;

    private static RunQuery QueryOf(string filter, int most) =>
        new() { ExperimentIds = [], AllExperiments = true, Filter = filter, Fields = new RunFields(), MaxResults = most };

    /// <summary>A quote, which the filter language cannot write beside the other one, is any character.</summary>
    private static string Quoted(string text) => text.Replace('\'', '_');

    private static async Task<IReadOnlyDictionary<string, string>> NamesAsync(ITrackingStore store, Run[] runs, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in runs.Select(run => run.ExperimentId).Distinct())
        {
            names[id] = (await store.GetExperimentAsync(id, cancellationToken).ConfigureAwait(false)).Name;
        }

        return names;
    }
}
