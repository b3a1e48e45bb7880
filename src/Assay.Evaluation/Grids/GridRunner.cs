using Assay.Results;
using Assay.Running;
using Assay.Tracking;

namespace Assay.Grids;

/// <summary>Runs the cells of a grid one after another, each with its own run below the parent, and says what came of them.</summary>
internal sealed class GridRunner(
    EvaluationGrid grid, GridPlan plan, IAssayStore store, IProgress<GridProgress>? progress, TimeProvider time)
{
    private readonly GridJournal _journal = new(store, time);
    private readonly long _start = time.GetTimestamp();
    private long _rowsBefore;
    private long _failedBefore;

    public async Task<GridSummary> RunAsync(string? resume, CancellationToken cancellationToken)
    {
        var parent = resume is null
            ? await _journal.BeginAsync(grid, plan, cancellationToken).ConfigureAwait(false)
            : await _journal.TakeUpAsync(resume, grid, plan, cancellationToken).ConfigureAwait(false);
        try
        {
            var before = resume is null ? new Dictionary<string, Run>() : await _journal.CellsOfAsync(parent, cancellationToken).ConfigureAwait(false);
            var rows = new List<CellRows>();
            var results = new List<GridCellResult>();
            foreach (var (planned, index) in plan.Cells.Select((cell, index) => (cell, index)))
            {
                var summary = await RunCellAsync(planned, index, parent, before, cancellationToken).ConfigureAwait(false);
                var day = DateOnly.FromDateTime(summary.StartTime.UtcDateTime);
                var cost = new CostMeter(planned.Cell.Model.Name, grid.Prices, day);
                rows.Add(await CellRows.ReadAsync(store.Evaluations, summary.RunId, plan.ChosenBy?.Name, cost, cancellationToken).ConfigureAwait(false));
                results.Add(CellFigures.Of(planned.Cell, summary, rows[^1], plan.ChosenBy));
                (_rowsBefore, _failedBefore) = (_rowsBefore + planned.Prepared.Rows, _failedBefore + summary.Rows.Failed);
            }

            var found = GridAnalysis.Of(grid, plan, Summary(parent, results), rows);
            await _journal.EndAsync(parent, found, cancellationToken).ConfigureAwait(false);
            return found;
        }
        catch
        {
            await _journal.AbandonAsync(parent, cancellationToken.IsCancellationRequested ? RunStatus.Killed : RunStatus.Failed).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<EvaluationSummary> RunCellAsync(
        PlannedCell planned, int index, Run parent, IReadOnlyDictionary<string, Run> before, CancellationToken cancellationToken)
    {
        var cell = planned.Cell;
        var heard = new CellProgress(progress, new GridProgress(
            parent.RunId, plan.Cells.Count, index + 1, cell.Name, plan.Rows, _rowsBefore, _failedBefore, TimeSpan.Zero), _start, time);
        if (before.TryGetValue(GridJournal.KeyOf(cell), out var run))
        {
            return run.Status == RunStatus.Finished
                    && await SummaryArtifact.ReadAsync(store.Artifacts, run, cancellationToken).ConfigureAwait(false) is { } done
                ? done
                : await planned.Prepared.ResumeAsync(store, run.RunId, heard, cancellationToken).ConfigureAwait(false);
        }

        return await planned.Prepared.With(GridJournal.TagsOf(cell, parent)).RunAsync(store, heard, cancellationToken).ConfigureAwait(false);
    }

    private GridSummary Summary(Run parent, IReadOnlyList<GridCellResult> cells) => new()
    {
        RunId = parent.RunId,
        RunName = parent.RunName,
        Experiment = grid.Experiment,
        ChosenBy = plan.ChosenBy?.Name,
        Direction = plan.ChosenBy?.Direction ?? default,
        Confidence = grid.Confidence,
        Cells = cells,
        CostUsd = cells.All(cell => cell.CostUsd is not null) ? cells.Sum(cell => cell.CostUsd) : null,
        PricesOf = grid.Prices.Date,
        DurationSeconds = time.GetElapsedTime(_start).TotalSeconds,
    };

    private sealed class CellProgress(IProgress<GridProgress>? outer, GridProgress before, long start, TimeProvider time) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => outer?.Report(before with
        {
            Done = before.Done + value.Done, Failed = before.Failed + value.Failed, Elapsed = time.GetElapsedTime(start),
        });
    }
}
