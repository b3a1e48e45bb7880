using Assay.Web.Hosting;
using Assay.Web.Visits;

namespace Assay.Web.Metrics;

/// <summary>The charts of a run's metrics.</summary>
internal static class MetricRoutes
{
    public static void Map(PageRoutes pages) => pages.Get("/runs/{run_id}/metrics", ShowAsync);

    private static async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken) =>
        PageContent.Of<MetricPage>((nameof(MetricPage.Shown), await MetricPageReader.ReadAsync(visit, cancellationToken).ConfigureAwait(false)));
}
