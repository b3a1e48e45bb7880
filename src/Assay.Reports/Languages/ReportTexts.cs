using Assay.Scoring;

namespace Assay.Reports.Languages;

/// <summary>
/// Every text of a report in one language. All members are required, so that a language that lacks one does not compile.
/// Texts with figures in them are functions: word order and plural are the language's own affair.
/// </summary>
public sealed record ReportTexts
{
    /// <summary>The language's tag, for <c>lang</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>How numbers and dates are written.</summary>
    public required Notation Notation { get; init; }

    /// <summary>What stands before a percent sign.</summary>
    public required string PercentSpace { get; init; }

    /// <summary>The page's frame, the run and its settings.</summary>
    public required PageTexts Page { get; init; }

    /// <summary>Figures, gates and distributions.</summary>
    public required FigureTexts Figures { get; init; }

    /// <summary>Pictures beside the distributions.</summary>
    public required PictureTexts Pictures { get; init; }

    /// <summary>What became of the rows.</summary>
    public required CountTexts Counts { get; init; }

    /// <summary>The table of rows and what it is filtered by.</summary>
    public required RowTexts Rows { get; init; }

    /// <summary>The report of a grid.</summary>
    public required GridTexts Grid { get; init; }

    /// <summary>The texts of a language.</summary>
    public static ReportTexts For(ReportLanguage language) => language switch
    {
        ReportLanguage.Pt => Portuguese.Texts,
        ReportLanguage.Fr => French.Texts,
        _ => English.Texts,
    };

    /// <summary>A share as this language writes it.</summary>
    public string Percent(double share) => Notation.Percent(share, PercentSpace);

    /// <summary>Which way is better, in words.</summary>
    public string Direction(ScoreDirection direction) => direction switch
    {
        ScoreDirection.Higher => Figures.HigherIsBetter,
        ScoreDirection.Lower => Figures.LowerIsBetter,
        _ => Figures.NoDirection,
    };
}
