using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Visits;

namespace Assay.Web.Home;

/// <summary>What happened lately, and is anything wrong? Where there is nothing yet: how to begin.</summary>
internal static class HomeRoutes
{
    private const int Shown = 10;

    public static void Map(PageRoutes pages) => pages.Get("/", ShowAsync);

    private static async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var experiments = await visit.Store.Tracking.SearchExperimentsAsync(
            new ExperimentQuery { MaxResults = 1000, OrderBy = ["last_update_time DESC"] }, cancellationToken).ConfigureAwait(false);
        var runs = await visit.Store.Tracking.SearchRunsAsync(
            new RunQuery { ExperimentIds = [.. experiments.Items.Select(experiment => experiment.ExperimentId)], MaxResults = Shown }, cancellationToken)
            .ConfigureAwait(false);
        return PageContent.Of<HomePage>(
            (nameof(HomePage.Runs), runs.Items),
            (nameof(HomePage.Experiments), experiments.Items.ToDictionary(experiment => experiment.ExperimentId)));
    }
}
