using Assay.Statistics;

namespace Assay.Comparisons;

/// <summary>What can be said of one metric of two runs: from the scores of rows, or from figures of all rows together.</summary>
internal interface IPairAnalysis
{
    string TestName { get; }

    double P { get; }

    double A { get; }

    double B { get; }

    int Rows { get; }

    bool IsPassFail { get; }

    (int Gained, int Lost)? Discordant { get; }

    IReadOnlyList<string> Notes { get; }

    IReadOnlyList<EffectSize> EffectSizes { get; }

    IntervalEstimate Interval(double confidence);

    double? SmallestDifference(double power, double confidence);
}
