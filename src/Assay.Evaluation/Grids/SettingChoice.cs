using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Grids;

/// <summary>Chooses the best setting, and says how much of its lead survives having looked at many.</summary>
internal static class SettingChoice
{
    public static GridChoice Of(SettingMatrix matrix, ScorerDescription scorer, EvaluationGrid grid)
    {
        var higher = scorer.Direction == ScoreDirection.Higher;
        var means = matrix.Scores.Select(scores => Aggregates.Mean(scores)!.Value).ToArray();
        var best = Array.IndexOf(means, higher ? means.Max() : means.Min());
        var samples = SelectionBootstrap.Of(matrix.Scores, higher, grid.Seed);
        var tail = 50 * (1 - grid.Confidence);
        return new GridChoice
        {
            Setting = best,
            Name = matrix.Name(best),
            Apparent = means[best],
            Corrected = Aggregates.Mean(samples.LeftOut)!.Value,
            Interval = samples.LeftOut[0] == samples.LeftOut[^1] ? null : new Interval(Aggregates.Percentile(samples.LeftOut, tail)!.Value, Aggregates.Percentile(samples.LeftOut, 100 - tail)!.Value),
            Rows = matrix.Rows,
            Ranks = SettingRanks.Of(matrix, means, best, samples, grid, scorer),
        };
    }
}
