using Assay.Evaluations;
using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Runs;
using Assay.Web.Visits;

namespace Assay.Web.Evaluations;

/// <summary>The evaluation of a run: its figures and its rows, and a row on a page of its own.</summary>
internal static class EvaluationRoutes
{
    private const int PageSize = 50, MostAnswers = 100;
    private const string ResultsTable = "eval_results_table.json";

    public static void Map(PageRoutes pages)
    {
        pages.Get("/runs/{run_id}/evaluation", ShowAsync);
        pages.Get("/runs/{run_id}/evaluation/rows", ShowRowAsync);
    }

    private static async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var run = await RunVisit.ReadAsync(visit, cancellationToken).ConfigureAwait(false);
        var filter = RowFilter.Of(visit);
        var summary = await RunSummary.ReadAsync(visit.Store, run.Run, cancellationToken).ConfigureAwait(false);
        var counts = await EvaluatedRows.CountAsync(visit.Store, run.Run.RunId, cancellationToken).ConfigureAwait(false);
        if (counts.Total == 0 && summary is null)
        {
            var table = await HasTableAsync(visit, run.Run, cancellationToken).ConfigureAwait(false) ? ResultsTable : null;
            return PageContent.Of<NoEvaluationPage>((nameof(NoEvaluationPage.Shown), run), (nameof(NoEvaluationPage.Table), table));
        }

        var rows = counts.Total == 0 ? new Page<EvaluationRow>([], null)
            : await visit.Store.Evaluations.ReadAsync(filter.ToQuery(run.Run.RunId, PageSize, visit.Query("page")), cancellationToken).ConfigureAwait(false);
        return PageContent.Of<EvaluationPage>(
            (nameof(EvaluationPage.Shown), run), (nameof(EvaluationPage.Summary), summary), (nameof(EvaluationPage.Counts), counts),
            (nameof(EvaluationPage.Filter), filter), (nameof(EvaluationPage.Rows), rows));
    }

    private static async Task<PageContent> ShowRowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var run = await RunVisit.ReadAsync(visit, cancellationToken).ConfigureAwait(false);
        var answers = visit.Query("row") is not { } id ? []
            : (await visit.Store.Evaluations.ReadAsync(
                new EvaluationRowQuery { RunId = run.Run.RunId, RowId = id, MaxResults = MostAnswers }, cancellationToken).ConfigureAwait(false)).Items;
        var repeat = int.TryParse(visit.Query("repeat"), out var number) ? number : 0;
        var row = answers.FirstOrDefault(answer => answer.Repeat == repeat)
            ?? throw new AssayException(ErrorCode.ResourceDoesNotExist, visit.T["rows.no_such_row"]);
        var summary = await RunSummary.ReadAsync(visit.Store, run.Run, cancellationToken).ConfigureAwait(false);
        return PageContent.Of<RowPage>(
            (nameof(RowPage.Shown), run), (nameof(RowPage.Row), row), (nameof(RowPage.Answers), answers), (nameof(RowPage.Summary), summary));
    }

    private static async Task<bool> HasTableAsync(Visit visit, Run run, CancellationToken cancellationToken)
    {
        try
        {
            var files = await visit.Store.Artifacts.ListAsync(run.ArtifactUri, null, cancellationToken).ConfigureAwait(false);
            return files.Any(file => file.Path == ResultsTable);
        }
        catch (AssayException)
        {
            // Files that are kept elsewhere, out of this server's reach.
            return false;
        }
    }
}
