using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Runs;
using Assay.Web.Visits;

namespace Assay.Web.Metrics;

/// <summary>The charts of a run's metrics.</summary>
internal static class MetricRoutes
{
    private const int MostChoice = 30;

    public static void Map(PageRoutes pages) => pages.Get("/runs/{run_id}/metrics", ShowAsync);

    private static async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var shown = await RunVisit.ReadAsync(visit, cancellationToken).ConfigureAwait(false);
        var view = MetricView.Of(visit);
        var keys = shown.Run.Metrics.Select(metric => metric.Key)
            .Where(key => view.Key is null ? view.Search is null || key.Contains(view.Search, StringComparison.OrdinalIgnoreCase) : key == view.Key).ToList();
        view = view with { PageIndex = Math.Min(view.PageIndex, Math.Max(0, keys.Count - 1) / MetricView.PageSize) };
        var others = await OthersAsync(visit, view, cancellationToken).ConfigureAwait(false);
        var charts = await MetricChartReader.ReadAsync(
            visit, view, [shown.Run, .. others], [.. keys.Skip(view.PageIndex * MetricView.PageSize).Take(MetricView.PageSize)], cancellationToken).ConfigureAwait(false);
        var newest = new RunQuery { ExperimentIds = [shown.Run.ExperimentId], Fields = new RunFields(), MaxResults = MostChoice };
        var choice = (await visit.Store.Tracking.SearchRunsAsync(newest, cancellationToken).ConfigureAwait(false)).Items
            .Where(run => run.RunId != shown.Run.RunId && !view.With.Contains(run.RunId));
        return PageContent.Of<MetricPage>((nameof(MetricPage.Shown), new MetricPageContent(shown, view, charts, keys.Count, others, [.. others, .. choice])));
    }

    /// <summary>The runs to lay over, of any experiment; those that are no longer there are left out.</summary>
    private static async Task<IReadOnlyList<Run>> OthersAsync(Visit visit, MetricView view, CancellationToken cancellationToken)
    {
        var runs = new List<Run>();
        foreach (var id in view.With)
        {
            try
            {
                runs.Add(await visit.Store.Tracking.GetRunAsync(id, cancellationToken).ConfigureAwait(false));
            }
            catch (AssayException missing) when (missing.Code is ErrorCode.ResourceDoesNotExist or ErrorCode.InvalidParameterValue)
            {
                // The address names a run that was deleted for good.
            }
        }

        return runs;
    }
}
