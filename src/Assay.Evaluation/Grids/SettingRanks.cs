using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Grids;

/// <summary>How every setting stands against the best: how often it was first, and whether a paired test tells it from the best.</summary>
internal static class SettingRanks
{
    public static IReadOnlyList<SettingRank> Of(
        SettingMatrix matrix, double[] means, int best, SelectionBootstrap samples, EvaluationGrid grid, ScorerDescription scorer)
    {
        var others = Enumerable.Range(0, means.Length).Where(setting => setting != best).ToArray();
        var isPassFail = scorer.Kind == ScoreKind.PassFail && grid.Repeats == 1;
        var adjusted = HolmCorrection.Adjust([.. others.Select(setting => PValue(matrix.Scores[setting], matrix.Scores[best], isPassFail, grid.Seed))]);
        var draws = samples.Wins.Sum();
        return
        [
            new SettingRank(best, matrix.Name(best), means[best], samples.Wins[best] / draws, null, IsTied: true),
            .. others.Select((setting, i) => new SettingRank(
                    setting, matrix.Name(setting), means[setting], samples.Wins[setting] / draws, adjusted[i], IsTied: adjusted[i] > 1 - grid.Confidence))
                .OrderByDescending(rank => rank.ShareFirst).ThenByDescending(rank => scorer.Direction == ScoreDirection.Higher ? rank.Mean : -rank.Mean),
        ];
    }

    /// <summary>McNemar's mid-p for pass or fail, else the sign-flip test.</summary>
    private static double PValue(double[] scores, double[] best, bool isPassFail, ulong seed)
    {
        var differences = scores.Zip(best, (mine, theirs) => mine - theirs).ToArray();
        return isPassFail
            ? McNemarTest.MidP(differences.Count(difference => difference > 0), differences.Count(difference => difference < 0))
            : SignFlipTest.Of(differences, seed: seed).PValue;
    }
}
