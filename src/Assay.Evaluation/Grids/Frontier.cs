using Assay.Scoring;

namespace Assay.Grids;

/// <summary>Which cells are worth their price, and their time: those that no other one on the same data beats in both.</summary>
internal static class Frontier
{
    public static IReadOnlyList<GridCellResult> Mark(IReadOnlyList<GridCellResult> cells, ScoreDirection direction) => direction == ScoreDirection.None ? cells :
    [
        .. cells.Select(cell => cell with
        {
            IsCheapestForItsQuality = IsOn(cell, cells, direction, other => other.CostUsd),
            IsFastestForItsQuality = IsOn(cell, cells, direction, other => other.LatencySeconds),
        }),
    ];

    private static bool IsOn(
        GridCellResult cell, IReadOnlyList<GridCellResult> cells, ScoreDirection direction, Func<GridCellResult, double?> price) =>
        cell.Value is not null && price(cell) is not null
        && !cells.Any(other => DataOf(other) == DataOf(cell) && Beats(other, cell, direction, price));

    private static bool Beats(GridCellResult other, GridCellResult cell, ScoreDirection direction, Func<GridCellResult, double?> price)
    {
        if (other.Value is not { } value || price(other) is not { } cost)
        {
            return false;
        }

        var gain = direction == ScoreDirection.Higher ? value - cell.Value!.Value : cell.Value!.Value - value;
        var saved = price(cell)!.Value - cost;
        return gain >= 0 && saved >= 0 && (gain > 0 || saved > 0);
    }

    private static string? DataOf(GridCellResult cell) => cell.Places.FirstOrDefault(place => place.Axis == GridAxis.Data)?.Option;
}
