using Assay.Grids;

namespace Assay;

/// <summary>A grid that was checked, so that a store need be opened only for one that can run. To be run once.</summary>
public sealed class PreparedGrid
{
    private readonly EvaluationGrid _grid;
    private readonly GridPlan _plan;

    internal PreparedGrid(EvaluationGrid grid, GridPlan plan) => (_grid, _plan) = (grid, plan);

    /// <summary>How many combinations there are.</summary>
    public int Cells => _plan.Cells.Count;

    /// <summary>Rows of all cells together: the most calls that it takes.</summary>
    public long Rows => _plan.Rows;

    /// <summary>Runs it, as <see cref="EvaluationGrid.RunAsync"/> does.</summary>
    public Task<GridSummary> RunAsync(IAssayStore store, IProgress<GridProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new GridRunner(_grid, _plan, store, progress, TimeProvider.System).RunAsync(null, cancellationToken);

    /// <summary>Takes a grid up that ended early: cells that are done are taken over, the one that was broken off is taken up, the others run.</summary>
    /// <param name="store">The store that has the runs.</param>
    /// <param name="runId">The parent run, or <c>last</c> for the latest grid of the experiment.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Stops it; what is done is kept.</param>
    public Task<GridSummary> ResumeAsync(
        IAssayStore store, string runId, IProgress<GridProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new GridRunner(_grid, _plan, store, progress, TimeProvider.System).RunAsync(runId, cancellationToken);
}
