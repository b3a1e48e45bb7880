using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Experiments;

/// <summary>
/// Where columns are chosen: a form whose state stands in its fields, so that ticks outlive a search for other keys. It works as a page of its
/// own, and in a dialog over the table.
/// </summary>
internal static class ColumnsRoutes
{
    private const int KeysShown = 100;

    /// <summary>Behind an experiment's path: to show and remember columns, and to show those that the pages choose.</summary>
    public const string Apply = "/columns/apply", Reset = "/columns/reset";

    /// <summary>What is remembered is so by a form of ours alone: a link from elsewhere would change a reader's tables.</summary>
    public static void Map(PageRoutes pages)
    {
        pages.Get("/experiments/{id}/columns", ShowAsync);
        pages.Post("/experiments/{id}" + Apply, (visit, form, _) => Task.FromResult(ApplyTo(visit, form)), PageNeed.Read);
        pages.Post("/experiments/{id}" + Reset, (visit, _, _) => Task.FromResult(ResetOf(visit)), PageNeed.Read);
    }

    private static PageContent ApplyTo(Visit visit, IFormCollection form)
    {
        var state = RunTableState.Of(visit, ExperimentRoutes.IdOf(visit));
        var ticked = ColumnList.Distinct(form["col"].OfType<string>());
        ColumnMemory.Keep(visit, state.ExperimentId, ticked);
        return PageContent.Redirect((state with { Columns = ticked, SaysColumns = true, Page = null }).Address());
    }

    private static PageContent ResetOf(Visit visit)
    {
        var state = RunTableState.Of(visit, ExperimentRoutes.IdOf(visit));
        ColumnMemory.Forget(visit, state.ExperimentId);
        return PageContent.Redirect((state with { Columns = null, SaysColumns = true, Page = null }).Address());
    }

    private static async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var experiment = await visit.Store.Tracking.GetExperimentAsync(ExperimentRoutes.IdOf(visit), cancellationToken).ConfigureAwait(false);
        var state = RunTableState.Of(visit, experiment.ExperimentId) with { Page = null };
        var ticked = visit.Query("form") is null ? state.Columns ?? await UsualAsync(visit, state, cancellationToken).ConfigureAwait(false)
            : ColumnList.Distinct(visit.QueryAll("col"));
        ticked = ColumnList.Move(ticked, RunColumn.Find(visit.Query("front")), -1);
        ticked = ColumnList.Move(ticked, RunColumn.Find(visit.Query("back")), 1);
        return PageContent.Of<ColumnsPage>(
            (nameof(ColumnsPage.Experiment), experiment),
            (nameof(ColumnsPage.State), state),
            (nameof(ColumnsPage.Ticked), ticked),
            (nameof(ColumnsPage.Keys), await KeysAsync(visit, experiment, ticked, cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>The columns of who chose none.</summary>
    private static async Task<IReadOnlyList<RunColumn>> UsualAsync(Visit visit, RunTableState state, CancellationToken cancellationToken) =>
        (await new RunTableReader(new RunEvaluations()).ReadAsync(visit.Store, state, cancellationToken).ConfigureAwait(false)).Columns;

    private static async Task<IReadOnlyList<ColumnKeys>> KeysAsync(
        Visit visit, Experiment experiment, IReadOnlyList<RunColumn> ticked, CancellationToken cancellationToken)
    {
        var found = new List<ColumnKeys>();
        foreach (var (kind, keys) in ((ColumnKind, RunKeyKind)[])[(ColumnKind.Metric, RunKeyKind.Metric), (ColumnKind.Param, RunKeyKind.Param), (ColumnKind.Tag, RunKeyKind.Tag)])
        {
            var after = visit.Query($"after_{keys}");
            var page = await visit.Store.Tracking.SearchRunKeysAsync(
                new RunKeyQuery { ExperimentIds = [experiment.ExperimentId], Kind = keys, Contains = visit.Query("find"), MaxResults = KeysShown, PageToken = after },
                cancellationToken).ConfigureAwait(false);
            var columns = page.Items.Select(key => new RunColumn(kind, key)).Where(column => !ticked.Contains(column)).ToList();
            found.Add(new ColumnKeys(kind, columns, $"after_{keys}", page.NextPageToken));
        }

        return found;
    }
}
