using System.Runtime.CompilerServices;
using Assay.Tracking;

namespace Assay.Cli.Commands;

/// <summary>Everything of a paged list, a page at a time.</summary>
internal static class StoreQueries
{
    private const int PageSize = 1000;

    public static IAsyncEnumerable<Experiment> ExperimentsAsync(ITrackingStore store, CancellationToken cancellationToken) =>
        ExperimentsAsync(store, new ExperimentQuery(), cancellationToken);

    public static async IAsyncEnumerable<Experiment> ExperimentsAsync(
        ITrackingStore store, ExperimentQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        query = query with { MaxResults = PageSize };
        do
        {
            var page = await store.SearchExperimentsAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var experiment in page.Items)
            {
                yield return experiment;
            }

            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);
    }

    /// <summary>The runs of the named experiment, or of all of them: the newest, or the first in the order that is asked for.</summary>
    public static async Task<IReadOnlyList<(Experiment Experiment, Run Run)>> RunsAsync(
        ITrackingStore store, RunSelection selection, CancellationToken cancellationToken)
    {
        var (experimentName, most) = (selection.Experiment, selection.Most);
        var experiments = new Dictionary<string, Experiment>();
        await foreach (var experiment in ExperimentsAsync(store, cancellationToken).ConfigureAwait(false))
        {
            if (experimentName is null || experiment.Name == experimentName)
            {
                experiments.Add(experiment.ExperimentId, experiment);
            }
        }

        if (experimentName is not null && experiments.Count == 0)
        {
            throw new BadInputException($"--experiment: no experiment '{experimentName}'; 'assay experiments' lists them");
        }

        var runs = new List<(Experiment, Run)>();
        var query = new RunQuery
        {
            ExperimentIds = [.. experiments.Keys],
            Filter = selection.Filter,
            OrderBy = selection.OrderBy,
            MaxResults = Math.Min(PageSize, most),
        };
        do
        {
            var page = await store.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false);
            runs.AddRange(page.Items.Select(run => (experiments[run.ExperimentId], run)));
            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null && runs.Count < most);

        return runs.Count > most ? runs[..most] : runs;
    }
}
