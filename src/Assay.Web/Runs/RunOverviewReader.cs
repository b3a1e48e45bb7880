using Assay.LoggedModels;
using Assay.Tracking;
using Assay.Web.Artifacts;
using Assay.Web.Evaluations;
using Assay.Web.Visits;

namespace Assay.Web.Runs;

/// <summary>Reads what a run's first page shows: never more than a page can hold.</summary>
internal static class RunOverviewReader
{
    private const int MostShown = 200, MostRanked = 40, MostSiblings = 100, MostChildren = 50, MostModels = 10, LoggedRowsShown = 5;
    private const string ParentTag = Components.KnownTags.Parent;

    public static async Task<RunOverview> ReadAsync(Visit visit, CancellationToken cancellationToken)
    {
        var shown = await RunVisit.ReadAsync(visit, cancellationToken).ConfigureAwait(false);
        var run = shown.Run;
        var summary = shown.HasEvaluation ? await RunSummary.ReadAsync(visit.Store, run, cancellationToken).ConfigureAwait(false) : null;
        var rows = shown.HasEvaluation ? await RowExcerptReader.ReadAsync(visit, run.RunId, summary, cancellationToken).ConfigureAwait(false) : null;
        var figures = summary?.Scorers.SelectMany(scorer => scorer.Aggregates).Select(figure => figure.Key).ToHashSet(StringComparer.Ordinal) ?? [];
        var metrics = new KeyedPart<Metric>(
            figures.Count == 0 ? run.Metrics : [.. run.Metrics.Where(metric => !figures.Contains(metric.Key))], metric => metric.Key, visit.Query("metrics"), MostShown);
        string[] ranked = [.. figures.Concat(metrics.Items.Select(metric => metric.Key)).Take(MostRanked)];
        var children = await ChildrenAsync(visit, run, cancellationToken).ConfigureAwait(false);
        return new RunOverview
        {
            Visit = shown,
            Summary = summary,
            Rows = rows,
            LoggedRows = shown.HasEvaluation && summary is null && rows is null ? await LoggedRowsAsync(visit, run, cancellationToken).ConfigureAwait(false) : null,
            Metrics = metrics,
            Params = new KeyedPart<Param>(run.Params, param => param.Key, visit.Query("params"), MostShown),
            Siblings = new SiblingValues(run, await SiblingsAsync(visit, run, ranked, cancellationToken).ConfigureAwait(false)),
            Parent = await ParentAsync(visit, run, cancellationToken).ConfigureAwait(false),
            Children = children.Items,
            HasMoreChildren = children.NextPageToken is not null,
            Models = await ModelsAsync(visit.Store.LoggedModels, run, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>The filter that finds the parts of a run.</summary>
    public static string ChildrenOf(string runId) => $"tags.`{ParentTag}` = '{runId}'";

    private static async Task<TabularText?> LoggedRowsAsync(Visit visit, Run run, CancellationToken cancellationToken) =>
        (await LoggedTable.ReadAsync(visit.Store, run, cancellationToken).ConfigureAwait(false))?.Table is { } table
            ? table with { Rows = [.. table.Rows.Take(LoggedRowsShown)] } : null;

    private static async Task<IReadOnlyList<Run>> SiblingsAsync(Visit visit, Run run, string[] metrics, CancellationToken cancellationToken)
    {
        if (metrics.Length == 0)
        {
            return [];
        }

        var query = new RunQuery { ExperimentIds = [run.ExperimentId], Fields = new RunFields { Metrics = metrics }, MaxResults = MostSiblings };
        return (await visit.Store.Tracking.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false)).Items;
    }

    private static async Task<Run?> ParentAsync(Visit visit, Run run, CancellationToken cancellationToken)
    {
        // A run id is hexadecimal: what else stands there is no run, and no part of a filter.
        if (run.Tags.FirstOrDefault(tag => tag.Key == ParentTag)?.Value is not { Length: > 0 } id || !id.All(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        var query = new RunQuery
        {
            ExperimentIds = [run.ExperimentId], View = ViewType.All, Filter = $"attributes.run_id = '{id}'", Fields = new RunFields(), MaxResults = 1,
        };
        return (await visit.Store.Tracking.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false)).Items is [var parent, ..] ? parent : null;
    }

    private static Task<Page<Run>> ChildrenAsync(Visit visit, Run run, CancellationToken cancellationToken) => visit.Store.Tracking.SearchRunsAsync(
        new RunQuery
        {
            ExperimentIds = [run.ExperimentId], Filter = ChildrenOf(run.RunId), Fields = new RunFields(), MaxResults = MostChildren,
        },
        cancellationToken);

    private static async Task<IReadOnlyList<LoggedModel>> ModelsAsync(ILoggedModelStore store, Run run, CancellationToken cancellationToken)
    {
        var models = new List<LoggedModel>();
        foreach (var id in run.ModelOutputs.Select(output => output.ModelId).Concat(run.ModelInputs).Distinct(StringComparer.Ordinal).Take(MostModels))
        {
            try
            {
                models.Add(await store.GetAsync(id, cancellationToken).ConfigureAwait(false));
            }
            catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
            {
                // It was deleted; its id is shown without a name.
            }
        }

        return models;
    }
}
