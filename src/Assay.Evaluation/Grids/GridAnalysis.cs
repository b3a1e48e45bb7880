using System.Globalization;
using Assay.Scoring;

namespace Assay.Grids;

/// <summary>From the rows of all cells to which is best, what each option does, and what is worth its price.</summary>
internal static class GridAnalysis
{
    /// <summary>Fewer rows than this choose nothing.</summary>
    public const int FewestRows = 15;

    public static GridSummary Of(EvaluationGrid grid, GridPlan plan, GridSummary summary, IReadOnlyList<CellRows> rows)
    {
        summary = summary with { Cells = Frontier.Mark(summary.Cells, plan.ChosenBy?.Direction ?? ScoreDirection.None) };
        if (plan.ChosenBy is not { } scorer)
        {
            return summary with { WhyNoChoice = "no scorer says which way is better" };
        }

        var matrix = SettingMatrix.Of(plan, rows);
        var warnings = new List<string>(summary.Warnings);
        if (matrix.LeftOut > 0)
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture, $"{(matrix.LeftOut == 1 ? "1 row has" : $"{matrix.LeftOut} rows have")} no {scorer.Name} in some cell, left out where settings are compared"));
        }

        if (matrix.Settings.Count < 2)
        {
            return summary with { WhyNoChoice = "there is one setting only", Warnings = warnings };
        }

        if (matrix.Rows < FewestRows)
        {
            return summary with
            {
                WhyNoChoice = string.Create(CultureInfo.InvariantCulture, $"{matrix.Rows} rows have a score in every cell; a choice needs {FewestRows}"),
                Warnings = warnings,
            };
        }

        return summary with
        {
            Choice = SettingChoice.Of(matrix, scorer, grid),
            Effects = MainEffects.Of(matrix, scorer.Kind is ScoreKind.PassFail or ScoreKind.UnitInterval, grid.Confidence),
            Warnings = warnings,
        };
    }
}
