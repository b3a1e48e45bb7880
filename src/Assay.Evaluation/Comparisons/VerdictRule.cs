using Assay.Scoring;

namespace Assay.Comparisons;

/// <summary>When a difference is called one.</summary>
internal static class VerdictRule
{
    /// <summary>
    /// Equivalent when the interval of two one-sided tests lies within the margin, also when a difference smaller than it is certain: the user has
    /// said that it does not matter. Else by the corrected p-value.
    /// </summary>
    public static Verdict Of(IPairAnalysis analysis, ScoreDirection direction, double adjusted, double level, ComparisonOptions options)
    {
        if (options.Margin is { } margin && IsWithin(analysis, margin, level)) return Verdict.Equivalent;
        if (!(adjusted <= 1 - options.Confidence)) return Verdict.NoEvidence;
        return direction == ScoreDirection.None ? Verdict.Different
            : analysis.B > analysis.A == (direction == ScoreDirection.Higher) ? Verdict.Better
            : Verdict.Worse;
    }

    // Two tests at α each are an interval at 1 − 2α (Schuirmann 1987).
    private static bool IsWithin(IPairAnalysis analysis, double margin, double level) =>
        level > 0.5 && analysis.Interval(1 - (2 * (1 - level))).Interval is { } interval && interval.Low > -margin && interval.High < margin;
}
