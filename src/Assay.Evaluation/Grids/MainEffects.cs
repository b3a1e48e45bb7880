using Assay.Statistics;

namespace Assay.Grids;

/// <summary>What each option does, averaged over the others: row by row, so that hard rows do not blur it.</summary>
internal static class MainEffects
{
    public static IReadOnlyList<MainEffect> Of(SettingMatrix matrix, bool isUnit, double confidence)
    {
        var effects = new List<MainEffect>();
        foreach (var axis in matrix.Settings.SelectMany(places => places).Select(place => place.Axis).Distinct())
        {
            double[]? first = null;
            foreach (var option in matrix.Settings.SelectMany(places => places).Where(place => place.Axis == axis).Select(place => place.Option).Distinct())
            {
                var rows = MeanRows(matrix, new GridPlace(axis, option));
                var mean = Aggregates.Mean(rows)!.Value;
                effects.Add(first is null ? new MainEffect(axis, option, mean, null, null) : Against(first, rows, axis, option, mean, isUnit, confidence));
                first ??= rows;
            }
        }

        return effects;
    }

    private static MainEffect Against(double[] first, double[] rows, string axis, string option, double mean, bool isUnit, double confidence)
    {
        var differences = rows.Zip(first, (mine, theirs) => mine - theirs).ToArray();
        return new MainEffect(axis, option, mean, Aggregates.Mean(differences), PairedMeans.Difference(differences, isUnit, confidence).Interval);
    }

    /// <summary>Each row's mean over the settings that have the option.</summary>
    private static double[] MeanRows(SettingMatrix matrix, GridPlace place)
    {
        var settings = Enumerable.Range(0, matrix.Settings.Count).Where(setting => matrix.Settings[setting].Contains(place)).ToList();
        var rows = new double[matrix.Rows];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = settings.Sum(setting => matrix.Scores[setting][row]) / settings.Count;
        }

        return rows;
    }
}
