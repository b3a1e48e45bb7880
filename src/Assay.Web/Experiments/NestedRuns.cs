using Assay.Tracking;

namespace Assay.Web.Experiments;

/// <summary>Parents and their children among the runs of an experiment.</summary>
internal sealed class NestedRuns(ITrackingStore store, RunTableState state, RunFields fields)
{
    private const string Parent = $"tags.`{RunRow.ParentTag}`";
    private const int MostChildren = 100;
    private const int MostCounted = 1000;

    public RunTableState State => state;

    public RunFields Fields => fields;

    /// <summary>Whether any run of the experiment has a parent.</summary>
    public async Task<bool> HasChildrenAsync(CancellationToken cancellationToken)
    {
        var keys = await store.SearchRunKeysAsync(
            new RunKeyQuery { ExperimentIds = [state.ExperimentId], Kind = RunKeyKind.Tag, Contains = RunRow.ParentTag, MaxResults = 5 }, cancellationToken)
            .ConfigureAwait(false);
        return keys.Items.Contains(RunRow.ParentTag);
    }

    /// <summary>The search for runs without a parent.</summary>
    public RunQuery Parents(int most) => state.Query(fields, most) with { Filter = $"{Parent} IS NULL" };

    /// <summary>Puts below each run how many children it has, and those whose parent is open.</summary>
    public async Task<IReadOnlyList<RunRow>> UnfoldAsync(IReadOnlyList<Run> parents, CancellationToken cancellationToken)
    {
        var counts = await CountAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<RunRow>();
        foreach (var parent in parents)
        {
            rows.Add(new RunRow(parent) { Children = counts.GetValueOrDefault(parent.RunId) });
            if (!state.Open.Contains(parent.RunId)) continue;
            var children = await store.SearchRunsAsync(
                state.Query(fields, MostChildren) with { Filter = $"{Parent} = '{parent.RunId}'", PageToken = null }, cancellationToken).ConfigureAwait(false);
            rows.AddRange(children.Items.Select(child => new RunRow(child) { IsChild = true }));
        }

        return rows;
    }

    /// <summary>How many children each parent has among the newest children of the experiment.</summary>
    private async Task<Dictionary<string, int>> CountAsync(CancellationToken cancellationToken)
    {
        var children = await store.SearchRunsAsync(
            state.Query(new RunFields { Tags = [RunRow.ParentTag] }, MostCounted) with { Filter = $"{Parent} IS NOT NULL", PageToken = null }, cancellationToken)
            .ConfigureAwait(false);
        return children.Items.Select(child => new RunRow(child).ParentId).OfType<string>().CountBy(parent => parent).ToDictionary();
    }
}
