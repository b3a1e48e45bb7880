using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Assay.Web.Experiments;

/// <summary>What is done with runs that were chosen in a table: asked once, then done, then said with a way back.</summary>
internal static class SelectionRoutes
{
    public static void Map(PageRoutes pages)
    {
        pages.Get("/experiments/{id}/selection", AskAsync);
        pages.Post("/experiments/{id}/selection", DoAsync);
    }

    private static async Task<PageContent> AskAsync(Visit visit, CancellationToken cancellationToken)
    {
        var experiment = await visit.Store.Tracking.GetExperimentAsync(ExperimentRoutes.IdOf(visit), cancellationToken).ConfigureAwait(false);
        var ids = RunSelection.Of(visit.QueryAll("run"));
        var act = visit.Query("do");
        if (act == "compare" && ids.Count > 1) return PageContent.Redirect($"/compare?runs={string.Join(',', ids)}");
        if (act is not ("compare" or "archive" or "restore" or "tag" or "rename")) throw Refused(visit, "experiment.unknown_act");
        if (act != "compare" && !visit.Visitor.MayWrite) return PageFailures.Refuse(visit);
        IReadOnlyList<Run> runs = [];
        if (ids.Count > 0)
        {
            var query = new RunQuery
            {
                ExperimentIds = [experiment.ExperimentId], View = ViewType.All, Filter = RunSelection.Filter(ids), Fields = new RunFields(), MaxResults = RunSelection.Most,
            };
            runs = (await visit.Store.Tracking.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false)).Items;
        }

        return PageContent.Of<SelectionPage>(
            (nameof(SelectionPage.Experiment), experiment), (nameof(SelectionPage.Act), act), (nameof(SelectionPage.Runs), runs));
    }

    private static async Task<PageContent> DoAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var store = visit.Store.Tracking;
        var ids = RunSelection.Of(form["run"]);
        if (ids.Count == 0) throw Refused(visit, "experiment.choose_one");
        var (key, value) = (form["key"].ToString().Trim(), form["value"].ToString());
        Func<string, Task> change = form["do"].ToString() switch
        {
            "archive" => id => store.SetRunStageAsync(id, LifecycleStage.Deleted, cancellationToken),
            "restore" => id => store.SetRunStageAsync(id, LifecycleStage.Active, cancellationToken),
            "tag" => id => store.LogBatchAsync(id, new RunBatch { Tags = [new Tag(key, value)] }, cancellationToken),
            "untag" => id => UntagAsync(store, id, key, cancellationToken),
            "rename" when ids.Count == 1 => id => store.UpdateRunAsync(id, new RunUpdate(RunName: value.Trim()), cancellationToken),
            _ => throw Refused(visit, "experiment.unknown_act"),
        };
        foreach (var id in ids)
        {
            await change(id).ConfigureAwait(false);
        }

        var done = form["do"].ToString() switch { "archive" => "archived", "restore" => "restored", "tag" => "tagged", "untag" => "untagged", _ => "renamed" };
        var back = PageContent.IsOwnPath(form["return"]) ? form["return"].ToString() : $"/experiments/{Uri.EscapeDataString(ExperimentRoutes.IdOf(visit))}";
        return PageContent.Redirect(QueryHelpers.AddQueryString(
            back, new Dictionary<string, string?> { ["done"] = done, ["on"] = string.Join(',', ids) }));
    }

    private static async Task UntagAsync(ITrackingStore store, string runId, string key, CancellationToken cancellationToken)
    {
        try
        {
            await store.DeleteRunTagAsync(runId, key, cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
        {
            // Of several runs not each needs to have it.
        }
    }

    private static AssayException Refused(Visit visit, string text) => new(ErrorCode.InvalidParameterValue, visit.T[text]);
}
