using Assay.Classification;
using Assay.Statistics;

namespace Assay.Agreement;

/// <summary>
/// Cohen's kappa: agreement beyond what the raters' habits alone would give; 1 is perfect, 0 no more than chance, below 0 less. Unweighted
/// (Cohen 1960) or weighted by the distance of the labels' places (Cohen 1968). Interval by the large-sample standard error of Fleiss, Cohen
/// and Everitt 1969; where all labels agree, for which that error is 0, by Wilson's lower bound of the agreement. NaN when both raters gave
/// one and the same label throughout.
/// <see cref="CohenKappa"/> is the same figure without an interval, from counts that need no table: a bootstrap computes it of thousands of
/// resamples. The error here needs every cell of the table.
/// </summary>
public static class KappaStatistic
{
    /// <summary>Kappa of a table of pairs.</summary>
    public static AgreementEstimate Of(ConfusionTable table, KappaWeighting weights = KappaWeighting.None, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(table);
        var size = table.Labels.Count;
        if (size < 2)
        {
            return AgreementEstimate.Undefined(table.Rows == 0 ? "there are no labels" : "both gave one and the same label throughout");
        }

        var shares = Shares(table);
        var (first, second) = Margins(shares, size);
        double observed = 0, chance = 0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var weight = Weight(weights, i, j, size);
                observed += weight * shares[i, j];
                chance += weight * first[i] * second[j];
            }
        }

        var kappa = (observed - chance) / (1 - chance);
        if (table.Agreements == table.Rows)
        {
            var low = (ConfidenceIntervals.Wilson(table.Rows, table.Rows, confidence).Low - chance) / (1 - chance);
            return AgreementEstimate.Of(1, new Interval(Math.Max(-1, low), 1), "Wilson of the agreement");
        }

        // With one label of one rater kappa is 0 whatever the other one says: that is no evidence of anything, and its error is none.
        if (first.Contains(1) || second.Contains(1))
        {
            return new AgreementEstimate(kappa, null, null, "one of the two gave one and the same label throughout, so kappa is 0 whatever the other gave");
        }

        var half = Quantiles.Normal(0.5 + confidence / 2) * Math.Sqrt(Variance(shares, first, second, weights, observed, chance) / table.Rows);
        return AgreementEstimate.Of(kappa, new Interval(Math.Max(-1, kappa - half), Math.Min(1, kappa + half)), "Fleiss, Cohen and Everitt");
    }

    private static double Variance(
        double[,] shares, double[] first, double[] second, KappaWeighting weights, double observed, double chance)
    {
        var size = first.Length;
        double[] rowWeights = new double[size], columnWeights = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                rowWeights[i] += Weight(weights, i, j, size) * second[j];
                columnWeights[j] += Weight(weights, i, j, size) * first[i];
            }
        }

        var sum = 0.0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var term = Weight(weights, i, j, size) * (1 - chance) - (rowWeights[i] + columnWeights[j]) * (1 - observed);
                sum += shares[i, j] * term * term;
            }
        }

        var centre = observed * chance - 2 * chance + observed;
        return Math.Max(0, sum - centre * centre) / Math.Pow(1 - chance, 4);
    }

    private static double[,] Shares(ConfusionTable table)
    {
        var shares = new double[table.Labels.Count, table.Labels.Count];
        for (var i = 0; i < table.Labels.Count; i++)
        {
            for (var j = 0; j < table.Labels.Count; j++)
            {
                shares[i, j] = (double)table.Count(i, j) / table.Rows;
            }
        }

        return shares;
    }

    private static (double[] First, double[] Second) Margins(double[,] shares, int size)
    {
        double[] first = new double[size], second = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                first[i] += shares[i, j];
                second[j] += shares[i, j];
            }
        }

        return (first, second);
    }

    private static double Weight(KappaWeighting weights, int i, int j, int size)
    {
        var distance = (double)Math.Abs(i - j) / (size - 1);
        return weights switch
        {
            KappaWeighting.Linear => 1 - distance,
            KappaWeighting.Quadratic => 1 - distance * distance,
            _ => i == j ? 1 : 0,
        };
    }
}
