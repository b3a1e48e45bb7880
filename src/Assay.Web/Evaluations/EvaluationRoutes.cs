using Assay.Evaluations;
using Assay.Web.Hosting;
using Assay.Web.Runs;
using Assay.Web.Visits;

namespace Assay.Web.Evaluations;

/// <summary>The evaluation of a run: its figures and its rows, and a row on a page of its own.</summary>
internal static class EvaluationRoutes
{
    private const int PageSize = 50, MostAnswers = 100;

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
            return await LoggedTable.ReadAsync(visit.Store, run.Run, cancellationToken).ConfigureAwait(false) is { } table
                ? PageContent.Of<LoggedTablePage>((nameof(LoggedTablePage.Shown), run), (nameof(LoggedTablePage.File), table))
                : PageContent.Of<NoEvaluationPage>((nameof(NoEvaluationPage.Shown), run));
        }

        var query = filter.ToQuery(run.Run.RunId, PageSize, visit.Query("page"));
        var rows = counts.Total == 0 ? new Page<EvaluationRow>([], null)
            : await visit.Store.Evaluations.ReadAsync(query, cancellationToken).ConfigureAwait(false);

        // What fits the first page is counted by reading it.
        var matches = !filter.IsActive ? counts.Total : query.PageToken is null && rows.NextPageToken is null ? rows.Items.Count
            : await visit.Store.Evaluations.CountMatchesAsync(query, cancellationToken).ConfigureAwait(false);
        return PageContent.Of<EvaluationPage>(
            (nameof(EvaluationPage.Shown), run), (nameof(EvaluationPage.Summary), summary), (nameof(EvaluationPage.Counts), counts),
            (nameof(EvaluationPage.Filter), filter), (nameof(EvaluationPage.Rows), rows), (nameof(EvaluationPage.Matches), matches));
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
}
