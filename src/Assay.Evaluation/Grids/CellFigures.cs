using Assay.Results;
using Assay.Scoring;

namespace Assay.Grids;

/// <summary>The line of a cell in the grid's table.</summary>
internal static class CellFigures
{
    public static GridCellResult Of(GridCell cell, EvaluationSummary summary, CellRows rows, ScorerDescription? chosenBy)
    {
        var scored = summary.Scorers.FirstOrDefault(scorer => scorer.Scorer.Name == chosenBy?.Name);
        var mean = scored?.Aggregates.FirstOrDefault(figure => figure.Kind == AggregateKind.Mean);
        return new GridCellResult
        {
            RunId = summary.RunId,
            Name = cell.Name,
            Places = cell.Places,
            Setting = cell.Setting,
            Value = mean?.Value ?? (rows.Scores.Count == 0 ? null : rows.Scores.Values.Average()),
            Interval = mean?.Interval,
            WhyNoInterval = mean?.WhyNoInterval,
            Scored = scored?.Scored ?? 0,
            Failed = summary.Rows.Failed,
            CostUsd = rows.CostUsd,
            LatencySeconds = rows.MeanLatency,
        };
    }
}
