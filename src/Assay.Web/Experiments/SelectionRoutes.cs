using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

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
        var runs = await ReadAsync(visit, ids, new RunFields(), cancellationToken).ConfigureAwait(false);
        return PageContent.Of<SelectionPage>(
            (nameof(SelectionPage.Experiment), experiment), (nameof(SelectionPage.Act), act), (nameof(SelectionPage.Runs), runs));
    }

    private static async Task<PageContent> DoAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var store = visit.Store.Tracking;
        var ids = RunSelection.Of(form["run"]);
        if (ids.Count == 0) throw Refused(visit, "experiment.choose_one");
        var (act, key, value) = (form["do"].ToString(), form["key"].ToString().Trim(), form["value"].ToString());
        if (act == "rename" && string.IsNullOrWhiteSpace(value)) throw Refused(visit, "run.name_empty");
        if (act is "tag" or "untag" or "retag" && key.Length == 0) throw Refused(visit, "parts.tag_key_empty");
        var before = form["before"];
        var places = ids.Index().ToDictionary(of => of.Item, of => of.Index);
        Func<string, Task> change = act switch
        {
            "archive" => id => store.SetRunStageAsync(id, LifecycleStage.Deleted, cancellationToken),
            "restore" => id => store.SetRunStageAsync(id, LifecycleStage.Active, cancellationToken),
            "tag" => id => TagAsync(store, id, key, value, cancellationToken),
            "untag" => id => TagAsync(store, id, key, null, cancellationToken),
            "retag" when before.Count == ids.Count => id => TagAsync(store, id, key, Done.Read(before[places[id]]!), cancellationToken),
            "rename" when ids.Count == 1 => id => store.UpdateRunAsync(id, new RunUpdate(RunName: value.Trim()), cancellationToken),
            _ => throw Refused(visit, "experiment.unknown_act"),
        };
        var done = await DoneAsync(visit, act, ids, key, cancellationToken).ConfigureAwait(false);
        foreach (var id in ids)
        {
            await change(id).ConfigureAwait(false);
        }

        var back = PageContent.IsOwnPath(form["return"]) ? form["return"].ToString() : ExperimentAddress.Of(ExperimentRoutes.IdOf(visit));
        return PageContent.Redirect(done.Address(visit, back));
    }

    /// <summary>What is going to be done, with what undoes it.</summary>
    private static async Task<Done> DoneAsync(Visit visit, string act, IReadOnlyList<string> ids, string key, CancellationToken cancellationToken)
    {
        if (act is "archive" or "restore") return new Done(act == "archive" ? "archived" : "restored") { On = ids };
        var runs = (await ReadAsync(visit, ids, new RunFields { Tags = [key] }, cancellationToken).ConfigureAwait(false)).ToDictionary(run => run.RunId, run => new RunRow(run));
        return act == "rename"
            ? new Done("renamed") { On = ids, Before = [.. ids.Select(id => runs.GetValueOrDefault(id)?.Run.RunName)] }
            : new Done(act == "untag" ? "untagged" : "tagged")
            {
                // Of a run that was not read it is not known whether it had the tag.
                On = ids, Tag = key, Before = ids.All(runs.ContainsKey) ? [.. ids.Select(id => runs[id].Tag(key))] : [],
            };
    }

    private static async Task<IReadOnlyList<Run>> ReadAsync(Visit visit, IReadOnlyList<string> ids, RunFields fields, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        var query = new RunQuery
        {
            ExperimentIds = [ExperimentRoutes.IdOf(visit)], View = ViewType.All, Filter = RunSelection.Filter(ids), Fields = fields, MaxResults = RunSelection.Most,
        };
        return (await visit.Store.Tracking.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false)).Items;
    }

    /// <summary>Gives a run a tag, or takes it away.</summary>
    private static async Task TagAsync(ITrackingStore store, string runId, string key, string? value, CancellationToken cancellationToken)
    {
        if (value is not null)
        {
            await store.LogBatchAsync(runId, new RunBatch { Tags = [new Tag(key, value)] }, cancellationToken).ConfigureAwait(false);
            return;
        }

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
