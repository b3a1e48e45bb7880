using Assay.Tracking;
using Assay.Web.Components;
using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Runs;

/// <summary>What the forms on a run's page change. Each leads back to the page, which says so and offers what was there before.</summary>
internal static class RunChangeRoutes
{
    public const int LongestTag = 8000;

    public static void Map(PageRoutes pages)
    {
        Map(pages, "rename", RenameAsync);
        Map(pages, "description", DescribeAsync);
        Map(pages, "tags", SetTagAsync);
        Map(pages, "tags/delete", DeleteTagAsync);
        Map(pages, "archive", (visit, _, cancel) => SetStageAsync(visit, LifecycleStage.Deleted, cancel));
        Map(pages, "restore", (visit, _, cancel) => SetStageAsync(visit, LifecycleStage.Active, cancel));
    }

    private static void Map(PageRoutes pages, string action, Func<Visit, IFormCollection, CancellationToken, Task<Done?>> change) =>
        pages.Post($"/runs/{{run_id}}/{action}", async (visit, form, cancellationToken) =>
        {
            var done = await change(visit, form, cancellationToken).ConfigureAwait(false);
            var page = RunAddress.Of(RunVisit.IdOf(visit));
            return PageContent.Redirect(done?.Address(visit, page) ?? page);
        });

    private static async Task<Done?> RenameAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var name = form["name"].ToString().Trim();
        if (name.Length == 0)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, visit.T["run.name_empty"]);
        }

        var run = await visit.Store.Tracking.GetRunAsync(RunVisit.IdOf(visit), cancellationToken).ConfigureAwait(false);
        await visit.Store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunName: name), cancellationToken).ConfigureAwait(false);
        return new Done("renamed") { Before = [run.RunName] };
    }

    private static async Task<Done?> DescribeAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var text = form["text"].ToString();
        var before = await TagOfAsync(visit, KnownTags.Note, cancellationToken).ConfigureAwait(false);
        if (text.Trim().Length > 0)
        {
            await SetAsync(visit, new Tag(KnownTags.Note, text.ReplaceLineEndings("\n")), cancellationToken).ConfigureAwait(false);
        }
        else if (before is not null)
        {
            await visit.Store.Tracking.DeleteRunTagAsync(RunVisit.IdOf(visit), KnownTags.Note, cancellationToken).ConfigureAwait(false);
        }

        return new Done("described") { Before = [before] };
    }

    private static async Task<Done?> SetTagAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var tag = new Tag(form["key"].ToString().Trim(), form["value"].ToString());
        if (tag.Key.Length == 0)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, visit.T["parts.tag_key_empty"]);
        }

        var before = await TagOfAsync(visit, tag.Key, cancellationToken).ConfigureAwait(false);
        await SetAsync(visit, tag, cancellationToken).ConfigureAwait(false);
        return new Done("tagged") { Tag = tag.Key, Before = [before] };
    }

    private static async Task<Done?> DeleteTagAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var key = form["key"].ToString();
        var before = await TagOfAsync(visit, key, cancellationToken).ConfigureAwait(false);
        await visit.Store.Tracking.DeleteRunTagAsync(RunVisit.IdOf(visit), key, cancellationToken).ConfigureAwait(false);
        return new Done("untagged") { Tag = key, Before = [before] };
    }

    // The page itself says of an archived run that it is, and how to bring it back.
    private static async Task<Done?> SetStageAsync(Visit visit, LifecycleStage stage, CancellationToken cancellationToken)
    {
        await visit.Store.Tracking.SetRunStageAsync(RunVisit.IdOf(visit), stage, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static async Task<string?> TagOfAsync(Visit visit, string key, CancellationToken cancellationToken) =>
        (await visit.Store.Tracking.GetRunAsync(RunVisit.IdOf(visit), cancellationToken).ConfigureAwait(false)).Tags.FirstOrDefault(tag => tag.Key == key)?.Value;

    private static Task SetAsync(Visit visit, Tag tag, CancellationToken cancellationToken) =>
        visit.Store.Tracking.LogBatchAsync(RunVisit.IdOf(visit), new RunBatch { Tags = [tag] }, cancellationToken);
}
