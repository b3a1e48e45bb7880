using Assay.Web.Hosting;
using Assay.Web.Visits;

namespace Assay.Web.Runs;

/// <summary>The pages of a run.</summary>
internal static class RunRoutes
{
    public static void Map(PageRoutes pages)
    {
        pages.Get("/runs/{run_id}", ShowAsync);
        pages.Live("/runs/{run_id}/live", Question);
        RunChangeRoutes.Map(pages);
    }

    private static LiveQuestion Question(Visit visit)
    {
        var (store, id) = (visit.Store.Tracking, RunVisit.IdOf(visit));
        return new LiveQuestion(
            $"{RunAddress.Of(id)}/live", async cancellationToken => RunVersion.Of(await store.GetRunAsync(id, cancellationToken).ConfigureAwait(false)));
    }

    private static async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var overview = await RunOverviewReader.ReadAsync(visit, cancellationToken).ConfigureAwait(false);
        return PageContent.Of<RunOverviewPage>((nameof(RunOverviewPage.Shown), overview));
    }
}
