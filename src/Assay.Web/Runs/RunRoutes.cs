using Assay.Web.Hosting;
using Assay.Web.Visits;

namespace Assay.Web.Runs;

/// <summary>The pages of a run, and what their forms change.</summary>
internal static class RunRoutes
{
    public static void Map(PageRoutes pages) => pages.Get("/runs/{run_id}", ShowAsync);

    private static async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var run = await RunVisit.ReadAsync(visit, cancellationToken).ConfigureAwait(false);
        return PageContent.Of<RunOverviewPage>((nameof(RunOverviewPage.Shown), run));
    }
}
