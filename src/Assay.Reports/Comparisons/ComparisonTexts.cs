using Assay.Comparisons;

namespace Assay.Reports.Comparisons;

/// <summary>Texts of a comparison's page in one language; all required, so that a language that lacks one does not compile.</summary>
internal sealed record ComparisonTexts
{
    public required string Title { get; init; }

    public required string SkipToMetrics { get; init; }

    public required string Baseline { get; init; }

    public required string Run { get; init; }

    public required string Name { get; init; }

    public required string Rows { get; init; }

    public required string Unmatched { get; init; }

    public required string Settings { get; init; }

    public required string Notes { get; init; }

    public required string Metrics { get; init; }

    public required string Exploratory { get; init; }

    public required string Metric { get; init; }

    public required string Difference { get; init; }

    public required string Interval { get; init; }

    public required string PValue { get; init; }

    public required string Verdict { get; init; }

    public required string Effect { get; init; }

    /// <summary>What the picture's lines are.</summary>
    public required string Picture { get; init; }

    public required string NoInterval { get; init; }

    /// <summary>The smallest difference that would have been seen, as text.</summary>
    public required Func<string, string> Smallest { get; init; }

    /// <summary>The confidence of intervals, as a percentage.</summary>
    public required Func<string, string> Corrected { get; init; }

    public required string Changed { get; init; }

    public required string Row { get; init; }

    public required string Asked { get; init; }

    public required string AnswerOf { get; init; }

    public required string Ranking { get; init; }

    public required string First { get; init; }

    public required string MayBeBest { get; init; }

    public required string Mean { get; init; }

    public required Func<Verdict, string> VerdictWord { get; init; }

    public static ComparisonTexts For(ReportLanguage language) => language switch
    {
        ReportLanguage.Pt => PortugueseComparison.Texts,
        ReportLanguage.Fr => FrenchComparison.Texts,
        _ => EnglishComparison.Texts,
    };
}
