namespace Assay.Reports.Comparisons;

/// <summary>A comparison's texts in English.</summary>
internal static class EnglishComparison
{
    public static ComparisonTexts Texts { get; } = new()
    {
        Title = "Comparison",
        SkipToMetrics = "Skip to the metrics",
        Baseline = "baseline",
        Run = "Run",
        Name = "Name",
        Rows = "Rows",
        Unmatched = "Not matched",
        Settings = "Set differently",
        Notes = "Before you believe it",
        Metrics = "Metrics",
        Exploratory = "Exploratory: not corrected for having looked at several",
        Metric = "Metric",
        Difference = "Difference",
        Interval = "Interval",
        PValue = "p",
        Verdict = "Verdict",
        Effect = "Effect size",
        Picture = "Each line has a scale of its own; the dashed line is no difference.",
        NoInterval = "No interval",
        Changed = "Rows that changed most",
        Row = "Row",
        Asked = "Question",
        AnswerOf = "Answer of",
        Ranking = "Who came first when the rows were drawn again",
        First = "First",
        MayBeBest = "cannot be told from the best",
        Mean = "Mean",
        Smallest = smallest => $"so many rows would have shown a difference of {smallest} with a power of 80 %",
        Corrected = confidence => $"intervals at {confidence}, p corrected for the primary metrics together (Holm)",
        VerdictWord = verdict => verdict switch
        {
            Assay.Comparisons.Verdict.Better => "better",
            Assay.Comparisons.Verdict.Worse => "worse",
            Assay.Comparisons.Verdict.Different => "different",
            Assay.Comparisons.Verdict.Equivalent => "equivalent",
            _ => "no evidence of a difference",
        },
    };
}
