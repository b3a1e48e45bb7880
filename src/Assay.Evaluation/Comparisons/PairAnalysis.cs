using Assay.Statistics;

namespace Assay.Comparisons;

/// <summary>Test, interval and effect sizes of the rows that two runs share, by the kind of their scores.</summary>
internal sealed class PairAnalysis : IPairAnalysis
{
    private readonly PairedScores _pairs;
    private readonly int _gained;
    private readonly int _lost;

    public PairAnalysis(PairedScores pairs, PairedTest? asked, ulong seed)
    {
        _pairs = pairs;
        foreach (var difference in pairs.Differences)
        {
            if (difference > 0) _gained++;
            else if (difference < 0) _lost++;
        }

        Test = asked switch
        {
            null => IsPassFail && pairs.Clusters is null ? PairedTest.McNemarMidP : PairedTest.Permutation,
            { } test when test.IsForPassFail() && !(IsPassFail && pairs.Clusters is null) => PairedTest.Permutation,
            { } test => test,
        };
        if (asked is { } given && given != Test)
        {
            Notes = [$"{PairedTestNames.Of(given)} is for pass or fail without groups; {PairedTestNames.Of(Test)} was taken"];
        }

        P = Rows == 0 ? double.NaN : Test switch
        {
            PairedTest.McNemarMidP => McNemarTest.MidP(_gained, _lost),
            PairedTest.McNemarExact => McNemarTest.Exact(_gained, _lost),
            PairedTest.McNemar => McNemarTest.Asymptotic(_gained, _lost),
            PairedTest.Wilcoxon => OneIfSame(WilcoxonTest.Of(Units).PValue),
            PairedTest.T => OneIfSame(PairedTTest.Of(Units).PValue),
            PairedTest.Sign => SignTest.Of(Units).PValue,
            _ => SignFlipTest.Of(Units, seed: seed).PValue,
        };
    }

    public PairedTest Test { get; }

    public string TestName => PairedTestNames.Of(Test);

    public double P { get; }

    public double A => Aggregates.Mean(_pairs.A) ?? double.NaN;

    public double B => Aggregates.Mean(_pairs.B) ?? double.NaN;

    public int Rows => _pairs.Differences.Length;

    public bool IsPassFail => _pairs.IsPassFail;

    public (int Gained, int Lost)? Discordant => IsPassFail ? (_gained, _lost) : null;

    public IReadOnlyList<string> Notes { get; } = [];

    public IReadOnlyList<EffectSize> EffectSizes => Rows == 0 ? [] : IsPassFail
        ? [new("cohen_h", Statistics.EffectSizes.CohenH(A, B)), new("odds_ratio", Statistics.EffectSizes.OddsRatio(_gained, _lost))]
        : [new("cohen_dz", Statistics.EffectSizes.CohenDz(_pairs.Differences)), new("rank_biserial", Statistics.EffectSizes.RankBiserial(_pairs.Differences))];

    public IntervalEstimate Interval(double confidence) =>
        Rows == 0 ? IntervalEstimate.None("no row was scored in both runs")
        : _pairs.Clusters is { } clusters ? PairedMeans.Clustered(clusters.Sums, clusters.Sizes, confidence)
        : IsPassFail ? PairedProportions.Difference(_gained, _lost, Rows, confidence)
        : PairedMeans.Difference(_pairs.Differences, _pairs.IsUnit, confidence);

    public double? SmallestDifference(double power, double confidence)
    {
        if (Rows < 2) return null;
        double smallest;
        if (IsPassFail && _pairs.Clusters is null)
        {
            smallest = PairedPower.SmallestPassRate(Rows, (_gained + _lost + 0.5) / (Rows + 1), power, confidence);
        }
        else
        {
            // The clusters' sums as if each had the average number of rows.
            var share = (double)Rows / Units.Length;
            smallest = PairedPower.SmallestMean(Units.Length, Math.Sqrt(Variance(Units)) / share, power, confidence);
        }

        return double.IsFinite(smallest) && smallest > 0 ? smallest : null;
    }

    /// <summary>What flips and is ranked: rows, or the sums of clusters.</summary>
    private double[] Units => _pairs.Clusters?.Sums ?? _pairs.Differences;

    private static double Variance(double[] values) => values.Length < 2
        ? double.NaN
        : Aggregates.Variance(values)!.Value * values.Length / (values.Length - 1);

    private double OneIfSame(double p) => double.IsNaN(p) && !Units.AsSpan().ContainsAnyExcept(0.0) ? 1 : p;
}
