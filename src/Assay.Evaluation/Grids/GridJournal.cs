using System.Globalization;
using Assay.Running;
using Assay.Tracking;

namespace Assay.Grids;

/// <summary>Logs a grid as a run that its cells' runs are children of.</summary>
internal sealed class GridJournal(IAssayStore store, TimeProvider time)
{
    public const string ParentTag = "mlflow.parentRunId";
    private const string GridTag = "assay.grid";
    private const string CellTag = "assay.grid.cell";
    private const int PageSize = 1000;

    private readonly RunJournal _runs = new(store, time);

    /// <summary>What tells a cell from the others of its grid.</summary>
    public static string KeyOf(GridCell cell) => string.Join("; ", cell.Places.Select(place => $"{place.Axis}={place.Option}"));

    public static IReadOnlyList<Tag> TagsOf(GridCell cell, Run parent) => [new(ParentTag, parent.RunId), new(CellTag, KeyOf(cell))];

    public async Task<Run> BeginAsync(EvaluationGrid grid, GridPlan plan, CancellationToken cancellationToken)
    {
        var experiment = await _runs.FindOrCreateExperimentAsync(grid.Experiment, cancellationToken).ConfigureAwait(false);
        Tag[] tags =
        [
            new(GridTag, IdentityOf(plan)), new("mlflow.source.name", "assay"), new("mlflow.source.type", "LOCAL"), new("mlflow.user", Environment.UserName),
        ];
        var run = await store.Tracking.CreateRunAsync(
            new NewRun(experiment.ExperimentId, grid.RunName, Environment.UserName, Tags: tags), cancellationToken).ConfigureAwait(false);
        var axes = plan.Cells.SelectMany(cell => cell.Cell.Places).GroupBy(place => place.Axis)
            .Select(axis => new Param($"grid.{axis.Key}", string.Join(" | ", axis.Select(place => place.Option).Distinct())));
        await store.Tracking.LogBatchAsync(
            run.RunId, new RunBatch { Params = [.. axes.Append(new Param("grid.cells", plan.Cells.Count.ToString(CultureInfo.InvariantCulture))).Select(RunJournal.Shorten)] },
            cancellationToken).ConfigureAwait(false);
        return run;
    }

    /// <summary>The grid to take up: of the id, or the latest of the experiment.</summary>
    public async Task<Run> TakeUpAsync(string runId, EvaluationGrid grid, GridPlan plan, CancellationToken cancellationToken)
    {
        var run = await FindAsync(runId, grid, cancellationToken).ConfigureAwait(false);
        var identity = run.Tags.FirstOrDefault(tag => tag.Key == GridTag)?.Value
            ?? throw new BadInputException($"--resume: the run {run.RunId} is no grid; 'assay runs' lists the runs");
        if (identity != IdentityOf(plan))
        {
            throw new BadInputException($"--resume: the axes changed since the grid {run.RunId} began; leave --resume away to begin a new one");
        }

        await store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Running), cancellationToken).ConfigureAwait(false);
        return run;
    }

    /// <summary>The runs of a grid's cells, by <see cref="KeyOf"/>; of several for one cell the latest.</summary>
    public async Task<IReadOnlyDictionary<string, Run>> CellsOfAsync(Run parent, CancellationToken cancellationToken)
    {
        var cells = new Dictionary<string, Run>();
        var query = new RunQuery { ExperimentIds = [parent.ExperimentId], Filter = $"tags.`{ParentTag}` = '{parent.RunId}'", MaxResults = PageSize };
        do
        {
            var page = await store.Tracking.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var run in page.Items)
            {
                if (run.Tags.FirstOrDefault(tag => tag.Key == CellTag)?.Value is { } key)
                {
                    cells.TryAdd(key, run);
                }
            }

            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);

        return cells;
    }

    public async Task EndAsync(Run run, GridSummary summary, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        List<Metric> metrics = [new("grid/cells", summary.Cells.Count, now)];
        if (summary.CostUsd is { } cost)
        {
            metrics.Add(new Metric("grid/cost_usd", cost, now));
        }

        if (summary.Choice is { } choice)
        {
            metrics.Add(new Metric("grid/best_apparent", choice.Apparent, now));
            metrics.Add(new Metric("grid/best_corrected", choice.Corrected, now));
        }

        var best = summary.Choice is { } chosen ? [new Tag("assay.grid.best", chosen.Name)] : Array.Empty<Tag>();
        await store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = metrics, Tags = best }, cancellationToken).ConfigureAwait(false);
        await GridArtifact.WriteAsync(store.Artifacts, run.ArtifactUri, summary, cancellationToken).ConfigureAwait(false);
        await store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Finished, now), cancellationToken).ConfigureAwait(false);
    }

    public async Task AbandonAsync(Run run, RunStatus status)
    {
        try
        {
            await store.Tracking.UpdateRunAsync(
                run.RunId, new RunUpdate(status, time.GetUtcNow().ToUnixTimeMilliseconds()), CancellationToken.None).ConfigureAwait(false);
        }
        catch (AssayException)
        {
            // The store itself may be what failed: the first failure, which is on its way, says more than this one.
        }
    }

    private async Task<Run> FindAsync(string runId, EvaluationGrid grid, CancellationToken cancellationToken)
    {
        if (runId != "last")
        {
            return await store.Tracking.GetRunAsync(runId, cancellationToken).ConfigureAwait(false);
        }

        var experiment = await store.Tracking.FindExperimentAsync(grid.Experiment, cancellationToken).ConfigureAwait(false);
        var query = new RunQuery
        {
            ExperimentIds = experiment is null ? [] : [experiment.ExperimentId], Filter = $"tags.`{GridTag}` != ''", MaxResults = 1,
        };
        var page = await store.Tracking.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false);
        return page.Items.Count > 0 ? page.Items[0] : throw new BadInputException(
            $"--resume last: the experiment '{grid.Experiment}' in {store.Location} has no grid to take up; leave --resume away to begin one");
    }

    private static string IdentityOf(GridPlan plan) => EvaluationIdentity.Digest(plan.Cells.Select(cell => KeyOf(cell.Cell)));
}
