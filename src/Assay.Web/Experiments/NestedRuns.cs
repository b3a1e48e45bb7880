using Assay.Tracking;
using Assay.Web.Components;

namespace Assay.Web.Experiments;

/// <summary>Parents and their children among the runs of an experiment.</summary>
internal sealed class NestedRuns(ITrackingStore store, RunTableState state, RunFields fields)
{
    /// <summary>The most children that are listed below a run.</summary>
    public const int MostChildren = 100;

    private const string Parent = $"tags.`{KnownTags.Parent}`";
    private const int MostCounted = 1000;

    public RunTableState State => state;

    public RunFields Fields => fields;

    /// <summary>Whether any run of the experiment has a parent.</summary>
    public async Task<bool> HasChildrenAsync(CancellationToken cancellationToken)
    {
        var keys = await store.SearchRunKeysAsync(
            new RunKeyQuery { ExperimentIds = [state.ExperimentId], Kind = RunKeyKind.Tag, Contains = KnownTags.Parent, MaxResults = 5 }, cancellationToken)
            .ConfigureAwait(false);
        return keys.Items.Contains(KnownTags.Parent);
    }

    /// <summary>The search for runs without a parent.</summary>
    public RunQuery Parents(int most) => state.Query(fields, most) with { Filter = $"{Parent} IS NULL" };

    /// <summary>Says of each run how many children it has, and puts them below it where it is open.</summary>
    public async Task<IReadOnlyList<RunRow>> UnfoldAsync(IReadOnlyList<Run> parents, CancellationToken cancellationToken)
    {
        var counts = await CountAsync(parents, cancellationToken).ConfigureAwait(false);
        var rows = new List<RunRow>();
        foreach (var parent in parents)
        {
            rows.Add(new RunRow(parent) { Children = counts.GetValueOrDefault(parent.RunId) ?? ChildCount.None });
            if (!state.Open.Contains(parent.RunId)) continue;
            var children = await store.SearchRunsAsync(
                state.Query(fields, MostChildren) with { Filter = $"{Parent} = '{parent.RunId}'", PageToken = null }, cancellationToken).ConfigureAwait(false);
            rows.AddRange(children.Items.Select(child => new RunRow(child) { IsChild = true }));
        }

        return rows;
    }

    /// <summary>How many children each parent has: counted at once where there are few in all, else asked for each parent of the page.</summary>
    private async Task<Dictionary<string, ChildCount>> CountAsync(IReadOnlyList<Run> parents, CancellationToken cancellationToken)
    {
        var children = await store.SearchRunsAsync(
            state.Query(new RunFields { Tags = [KnownTags.Parent] }, MostCounted) with { Filter = $"{Parent} IS NOT NULL", PageToken = null }, cancellationToken)
            .ConfigureAwait(false);
        var isAll = children.NextPageToken is null;
        var counts = children.Items.Select(child => new RunRow(child).ParentId).OfType<string>().CountBy(parent => parent)
            .ToDictionary(count => count.Key, count => new ChildCount(count.Value, isAll));
        foreach (var parent in isAll ? [] : parents)
        {
            var counted = await store.CountRunsAsync(
                state.Query(null, 1) with { Filter = $"{Parent} = '{parent.RunId}'", PageToken = null }, cancellationToken).ConfigureAwait(false);

            // A store that cannot count leaves what the newest children say: at least so many.
            if (counted is null) break;
            counts[parent.RunId] = new ChildCount(counted.Value, true);
        }

        return counts;
    }
}
