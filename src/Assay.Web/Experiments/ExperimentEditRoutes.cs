using Assay.Tracking;
using Assay.Web.Components;
using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Experiments;

/// <summary>Changes experiments: each change is a small page with one question, which the pages show in a dialog where they can.</summary>
internal static class ExperimentEditRoutes
{
    public static void Map(PageRoutes pages)
    {
        pages.Post("/experiments", CreateAsync);
        pages.Get("/experiments/{id}/edit", AskAsync, PageNeed.Write);
        pages.Post("/experiments/{id}/edit", DoAsync);
    }

    private static async Task<PageContent> CreateAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var id = "";
        await NameAsync(visit, form, async name =>
            id = (await visit.Store.Tracking.CreateExperimentAsync(new NewExperiment(name), cancellationToken).ConfigureAwait(false)).ExperimentId).ConfigureAwait(false);
        return PageContent.Redirect(ExperimentAddress.Of(id));
    }

    /// <summary>Gives an experiment the name in a form, or says in the reader's language why it cannot have it.</summary>
    private static async Task NameAsync(Visit visit, IFormCollection form, Func<string, Task> give)
    {
        var name = form["name"].ToString().Trim();
        if (name.Length == 0) throw new AssayException(ErrorCode.InvalidParameterValue, visit.T["experiments.name_empty"]);
        try
        {
            await give(name).ConfigureAwait(false);
        }
        catch (AssayException taken) when (taken.Code == ErrorCode.ResourceAlreadyExists)
        {
            throw new AssayException(ErrorCode.ResourceAlreadyExists, visit.T["experiments.name_taken", name], taken);
        }
    }

    private static async Task<PageContent> AskAsync(Visit visit, CancellationToken cancellationToken)
    {
        var experiment = await visit.Store.Tracking.GetExperimentAsync(ExperimentRoutes.IdOf(visit), cancellationToken).ConfigureAwait(false);
        return visit.Query("do") is "rename" or "describe" or "archive" or "restore"
            ? PageContent.Of<ExperimentEditPage>((nameof(ExperimentEditPage.Experiment), experiment), (nameof(ExperimentEditPage.Act), visit.Query("do")))
            : throw new AssayException(ErrorCode.InvalidParameterValue, visit.T["experiment.unknown_act"]);
    }

    private static async Task<PageContent> DoAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var (store, id) = (visit.Store.Tracking, ExperimentRoutes.IdOf(visit));
        switch (form["do"].ToString())
        {
            case "rename":
                var named = await store.GetExperimentAsync(id, cancellationToken).ConfigureAwait(false);
                await NameAsync(visit, form, name => store.RenameExperimentAsync(id, name, cancellationToken)).ConfigureAwait(false);
                return PageContent.Redirect(new Done("experiment_renamed") { Before = [named.Name] }.Address(visit, ExperimentAddress.Of(id)));
            case "describe":
                var described = await store.GetExperimentAsync(id, cancellationToken).ConfigureAwait(false);
                await store.SetExperimentTagAsync(id, new Tag(KnownTags.Note, form["note"].ToString().ReplaceLineEndings("\n")), cancellationToken).ConfigureAwait(false);
                return PageContent.Redirect(new Done("experiment_described") { Before = [ExperimentNote.Of(described)] }.Address(visit, ExperimentAddress.Of(id)));
            case "archive":
                await store.SetExperimentStageAsync(id, LifecycleStage.Deleted, cancellationToken).ConfigureAwait(false);
                return PageContent.Redirect(new Done("archived") { On = [id] }.Address(visit, "/experiments"));
            case "restore":
                await store.SetExperimentStageAsync(id, LifecycleStage.Active, cancellationToken).ConfigureAwait(false);
                return PageContent.Redirect(ExperimentAddress.Of(id));
            default:
                throw new AssayException(ErrorCode.InvalidParameterValue, visit.T["experiment.unknown_act"]);
        }
    }
}
