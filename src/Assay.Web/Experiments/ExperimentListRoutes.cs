using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Visits;

namespace Assay.Web.Experiments;

/// <summary>All experiments, the one that changed last first.</summary>
internal static class ExperimentListRoutes
{
    private const int PageSize = 100;

    public static void Map(PageRoutes pages) => pages.Get("/experiments", ShowAsync);

    private static async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var query = new ExperimentQuery { MaxResults = PageSize, OrderBy = ["last_update_time DESC"], PageToken = visit.Query("page") };
        var page = await visit.Store.Tracking.SearchExperimentsAsync(query, cancellationToken).ConfigureAwait(false);
        return PageContent.Of<ExperimentListPage>((nameof(ExperimentListPage.Page), page));
    }
}
