using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Experiments;

/// <summary>An experiment: its runs as a table, and the same as a file.</summary>
internal static class ExperimentRoutes
{
    public static void Map(PageRoutes pages)
    {
        var reader = new RunTableReader(new RunEvaluations());
        pages.Get("/experiments/{id}", (visit, cancellationToken) => ShowAsync(visit, reader, cancellationToken));
        pages.Get("/experiments/{id}.csv", DownloadAsync);
        pages.Live("/experiments/{id}/live", visit => Question(visit, reader));
        ColumnsRoutes.Map(pages);
        CompletionRoutes.Map(pages);
        SelectionRoutes.Map(pages);
        ExperimentEditRoutes.Map(pages);
    }

    /// <summary>The experiment that an address names.</summary>
    public static string IdOf(Visit visit) => visit.Context.GetRouteValue("id")?.ToString() ?? "";

    /// <summary>By the state and not by the address: that may be written in many ways.</summary>
    private static LiveQuestion Question(Visit visit, RunTableReader reader)
    {
        var (store, state) = (visit.Store, RunTableState.Of(visit, IdOf(visit)));
        return new LiveQuestion(
            state.Address("/live"), async cancellationToken => (await reader.ReadAsync(store, state, cancellationToken).ConfigureAwait(false)).Version());
    }

    private static async Task<PageContent> ShowAsync(Visit visit, RunTableReader reader, CancellationToken cancellationToken)
    {
        var experiment = await visit.Store.Tracking.GetExperimentAsync(IdOf(visit), cancellationToken).ConfigureAwait(false);
        var state = RunTableState.Of(visit, experiment.ExperimentId);
        state = state with { Archived = state.Archived || experiment.LifecycleStage == LifecycleStage.Deleted };
        var table = await reader.ReadAsync(visit.Store, state, cancellationToken).ConfigureAwait(false);
        return PageContent.Of<ExperimentPage>((nameof(ExperimentPage.Experiment), experiment), (nameof(ExperimentPage.Table), table));
    }

    private static async Task<PageContent> DownloadAsync(Visit visit, CancellationToken cancellationToken)
    {
        var experiment = await visit.Store.Tracking.GetExperimentAsync(IdOf(visit), cancellationToken).ConfigureAwait(false);
        var state = RunTableState.Of(visit, experiment.ExperimentId);

        // Read before the answer begins, so that a mistake in the filter is a page and not half of a file.
        var table = await new RunTableReader(new RunEvaluations()).ReadAsync(visit.Store, state with { Page = null }, cancellationToken).ConfigureAwait(false);
        return table.Mistake is { } mistake
            ? throw new AssayException(ErrorCode.InvalidParameterValue, mistake.Message)
            : PageContent.File($"{experiment.Name}.csv", "text/csv; charset=utf-8", (writer, stop) => RunsCsv.WriteAsync(visit.Store, state, table.Columns, writer, stop));
    }
}
