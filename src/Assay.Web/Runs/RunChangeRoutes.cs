using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Runs;

/// <summary>What the forms on a run's page change. Each leads back to the page.</summary>
internal static class RunChangeRoutes
{
    public const string NoteTag = "mlflow.note.content";
    public const int LongestTag = 8000;

    public static void Map(PageRoutes pages)
    {
        Map(pages, "rename", RenameAsync);
        Map(pages, "description", DescribeAsync);
        Map(pages, "tags", SetTagAsync);
        Map(pages, "tags/delete", (visit, form, cancel) => visit.Store.Tracking.DeleteRunTagAsync(RunVisit.IdOf(visit), form["key"].ToString(), cancel));
        Map(pages, "archive", (visit, _, cancel) => visit.Store.Tracking.SetRunStageAsync(RunVisit.IdOf(visit), LifecycleStage.Deleted, cancel));
        Map(pages, "restore", (visit, _, cancel) => visit.Store.Tracking.SetRunStageAsync(RunVisit.IdOf(visit), LifecycleStage.Active, cancel));
    }

    private static void Map(PageRoutes pages, string action, Func<Visit, IFormCollection, CancellationToken, Task> change) =>
        pages.Post($"/runs/{{run_id}}/{action}", async (visit, form, cancellationToken) =>
        {
            await change(visit, form, cancellationToken).ConfigureAwait(false);
            return PageContent.Redirect(RunAddress.Of(RunVisit.IdOf(visit)));
        });

    private static async Task RenameAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var name = form["name"].ToString().Trim();
        if (name.Length == 0)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, visit.T["run.name_empty"]);
        }

        await visit.Store.Tracking.UpdateRunAsync(RunVisit.IdOf(visit), new RunUpdate(RunName: name), cancellationToken).ConfigureAwait(false);
    }

    private static async Task DescribeAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var (id, text) = (RunVisit.IdOf(visit), form["text"].ToString());
        if (text.Trim().Length > 0)
        {
            await SetAsync(visit, new Tag(NoteTag, text.ReplaceLineEndings("\n")), cancellationToken).ConfigureAwait(false);
            return;
        }

        // A description that is emptied is taken away, also when it was not there.
        var run = await visit.Store.Tracking.GetRunAsync(id, cancellationToken).ConfigureAwait(false);
        if (run.Tags.Any(tag => tag.Key == NoteTag))
        {
            await visit.Store.Tracking.DeleteRunTagAsync(id, NoteTag, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task SetTagAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken) =>
        SetAsync(visit, new Tag(form["key"].ToString().Trim(), form["value"].ToString()), cancellationToken);

    private static Task SetAsync(Visit visit, Tag tag, CancellationToken cancellationToken) =>
        visit.Store.Tracking.LogBatchAsync(RunVisit.IdOf(visit), new RunBatch { Tags = [tag] }, cancellationToken);
}
