using Assay.Scoring;

namespace Assay.Grids;

/// <summary>A grid whose cells were all checked.</summary>
/// <param name="Cells">The cells, in the order in which they run.</param>
/// <param name="ChosenBy">The scorer that decides which is best; null when none says which way is better.</param>
/// <param name="Rows">Rows of all cells together.</param>
internal sealed record GridPlan(IReadOnlyList<PlannedCell> Cells, ScorerDescription? ChosenBy, long Rows)
{
    public static async Task<PreparedGrid> PrepareAsync(EvaluationGrid grid, CancellationToken cancellationToken)
    {
        var chosenBy = ChooseBy(grid);
        var cells = new List<PlannedCell>();
        foreach (var cell in GridCells.Of(grid))
        {
            cells.Add(new PlannedCell(cell, await cell.Evaluation.PrepareAsync(cancellationToken).ConfigureAwait(false)));
        }

        return new PreparedGrid(grid, new GridPlan(cells, chosenBy, cells.Sum(cell => cell.Prepared.Rows)));
    }

    private static ScorerDescription? ChooseBy(EvaluationGrid grid)
    {
        var scorers = grid.Scorers.Select(scorer => scorer.Description).ToList();
        if (grid.ChooseBy is not { } name)
        {
            return scorers.Find(scorer => scorer.Direction != ScoreDirection.None);
        }

        var chosen = scorers.Find(scorer => scorer.Name == name) ?? throw new BadInputException(
            $"--choose-by {name}: no scorer of that name; there are {string.Join(", ", scorers.Select(scorer => scorer.Name))}");
        return chosen.Direction != ScoreDirection.None ? chosen : throw new BadInputException(
            $"--choose-by {name}: it has no better and no worse; choose by {string.Join(" or ", scorers.Where(scorer => scorer.Direction != ScoreDirection.None).Select(scorer => scorer.Name).DefaultIfEmpty("a scorer that has"))}");
    }
}
