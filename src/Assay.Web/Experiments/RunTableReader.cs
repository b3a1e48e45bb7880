using Assay.Filters;
using Assay.Tracking;
using Assay.Web.Components;
using Assay.Web.Evaluations;

namespace Assay.Web.Experiments;

/// <summary>Reads a page of runs for a table: only what the columns show.</summary>
internal sealed class RunTableReader(RunEvaluations evaluations)
{
    /// <summary>Runs on a page.</summary>
    public const int PageSize = 50;

    // Default columns are chosen by so many runs; of an experiment with more keys than that, by few, as each may have thousands.
    private const int Newest = 50, NewestOfMany = 3, MostKeys = 200;

    public async Task<RunTable> ReadAsync(IAssayStore store, RunTableState state, CancellationToken cancellationToken)
    {
        var candidates = state.Columns ?? await CandidatesAsync(store.Tracking, state, cancellationToken).ConfigureAwait(false);
        var nested = new NestedRuns(store.Tracking, state, FieldsOf(candidates, state.Group));
        var hasChildren = !state.Archived && await nested.HasChildrenAsync(cancellationToken).ConfigureAwait(false);
        Page<Run> page;
        var isNested = state.MayNest && hasChildren;
        try
        {
            (page, isNested) = await PageAsync(store.Tracking, nested, isNested, cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException refusal) when (refusal.Code == ErrorCode.InvalidParameterValue && state.Filter is not null && state.Page is null)
        {
            var mistake = FilterMistake.Find(state.Filter, Entities.Runs);
            return new RunTable { State = state, Columns = state.Columns ?? [], Mistake = (mistake ?? new("", null, FilterMistakeKind.Other)) with { Message = refusal.Message } };
        }

        var rows = isNested ? await nested.UnfoldAsync(page.Items, cancellationToken).ConfigureAwait(false) : page.Items.Select(run => new RunRow(run)).ToList();
        var found = await evaluations.ReadAsync(store, rows.Select(row => row.Run), cancellationToken).ConfigureAwait(false);
        rows = [.. rows.Select(row => row with { Evaluation = found.GetValueOrDefault(row.Run.RunId) })];
        return new RunTable
        {
            State = state,
            Columns = state.Columns ?? DefaultColumns.Choose(candidates, rows),
            Rows = rows,
            Next = page.NextPageToken,
            Count = page.NextPageToken is null && state.Page is null && !isNested ? rows.Count
                : await store.Tracking.CountRunsAsync(state.Query(null, PageSize) with { PageToken = null }, cancellationToken).ConfigureAwait(false),
            IsNested = isNested,
            HasChildren = hasChildren,
        };
    }

    /// <summary>What of each run a search has to bring for columns.</summary>
    public static RunFields FieldsOf(IReadOnlyList<RunColumn> columns, string? group = null) => new()
    {
        Metrics = [.. KeysOf(columns, ColumnKind.Metric)],
        Params = [.. KeysOf(columns, ColumnKind.Param).Concat(group is null ? [] : [group]).Distinct()],
        Tags = [.. KeysOf(columns, ColumnKind.Tag).Concat([KnownTags.Parent, RunSummary.Tag, KnownTags.Source]).Distinct()],
    };

    private static async Task<(Page<Run> Page, bool IsNested)> PageAsync(
        ITrackingStore store, NestedRuns nested, bool isNested, CancellationToken cancellationToken)
    {
        if (isNested)
        {
            try
            {
                var parents = await store.SearchRunsAsync(nested.Parents(PageSize), cancellationToken).ConfigureAwait(false);
                if (parents.Items.Count > 0 || nested.State.Page is not null) return (parents, true);
            }
            catch (AssayException unknown) when (unknown.Code == ErrorCode.InvalidParameterValue && nested.State.Page is null)
            {
                // A store whose filters cannot ask for what is missing: all runs stand in one list.
            }
        }

        return (await store.SearchRunsAsync(nested.State.Query(nested.Fields, PageSize), cancellationToken).ConfigureAwait(false), false);
    }

    private static async Task<IReadOnlyList<RunColumn>> CandidatesAsync(ITrackingStore store, RunTableState state, CancellationToken cancellationToken)
    {
        var metrics = await KeysAsync(store, state, RunKeyKind.Metric, cancellationToken).ConfigureAwait(false);
        var settings = await KeysAsync(store, state, RunKeyKind.Param, cancellationToken).ConfigureAwait(false);
        var areFew = metrics.NextPageToken is null && settings.NextPageToken is null;
        var query = new RunQuery
        {
            ExperimentIds = [state.ExperimentId],
            View = state.Archived ? ViewType.DeletedOnly : ViewType.ActiveOnly,
            Fields = areFew ? new RunFields { Metrics = metrics.Items, Params = settings.Items } : null,
            MaxResults = areFew ? Newest : NewestOfMany,
        };
        var newest = await store.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false);
        return DefaultColumns.Candidates(newest.Items, metrics.Items, areFew ? settings.Items : []);
    }

    private static Task<Page<string>> KeysAsync(ITrackingStore store, RunTableState state, RunKeyKind kind, CancellationToken cancellationToken) =>
        store.SearchRunKeysAsync(new RunKeyQuery { ExperimentIds = [state.ExperimentId], Kind = kind, MaxResults = MostKeys }, cancellationToken);

    private static IEnumerable<string> KeysOf(IReadOnlyList<RunColumn> columns, ColumnKind kind) =>
        columns.Where(column => column.Kind == kind).Select(column => column.Key);
}
