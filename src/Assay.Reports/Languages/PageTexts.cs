using Assay.Tracking;

namespace Assay.Reports.Languages;

/// <summary>Texts of the page's frame.</summary>
public sealed record PageTexts
{
    public required string Report { get; init; }

    public required string SkipToRows { get; init; }

    public required string Contents { get; init; }

    public required string Theme { get; init; }

    public required string Experiment { get; init; }

    public required string RunId { get; init; }

    public required string Took { get; init; }

    public required string Status { get; init; }

    public required Func<RunStatus, string> StatusWord { get; init; }

    /// <summary>Of a run that did not finish: its figures are about the rows that there are.</summary>
    public required Func<string, string> NotFinished { get; init; }

    public required string Warnings { get; init; }

    public required string Settings { get; init; }

    public required string Setting { get; init; }

    public required string Value { get; init; }

    public required string Dataset { get; init; }

    public required string Digest { get; init; }

    public required string Source { get; init; }

    /// <summary>How the report was made: version, the intervals' confidence in per cent.</summary>
    public required Func<string, string, string> MadeBy { get; init; }

    /// <summary>Beside a text that was cut: how many characters are left out, as text.</summary>
    public required Func<string, string> Cut { get; init; }

    /// <summary>At the end of a list: how many more there are, as text.</summary>
    public required Func<string, string> AndMore { get; init; }
}
