using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Visits;

namespace Assay.Web.Experiments;

/// <summary>All experiments, the one that changed last first.</summary>
internal static class ExperimentListRoutes
{
    private const int PageSize = 50;

    public static void Map(PageRoutes pages) => pages.Get("/experiments", ShowAsync);

    private static async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var store = visit.Store.Tracking;
        var query = new ExperimentQuery
        {
            View = visit.Query("view") == "archived" ? ViewType.DeletedOnly : ViewType.ActiveOnly,
            Filter = NameFilter(visit.Query("name")),
            OrderBy = ["last_update_time DESC"],
            MaxResults = PageSize,
            PageToken = visit.Query("page"),
        };
        var page = await store.SearchExperimentsAsync(query, cancellationToken).ConfigureAwait(false);
        var counts = await Task.WhenAll(page.Items.Select(experiment => store.CountRunsAsync(
            new RunQuery { ExperimentIds = [experiment.ExperimentId], View = query.View }, cancellationToken))).ConfigureAwait(false);
        return PageContent.Of<ExperimentListPage>((nameof(ExperimentListPage.Page), page), (nameof(ExperimentListPage.Counts), counts));
    }

    /// <summary>Names that hold a text, letters of either case. A quote, which the filter language cannot write beside the other one, is any character.</summary>
    private static string? NameFilter(string? part) => part is null ? null : $"name ILIKE '%{part.Replace('\'', '_')}%'";
}
