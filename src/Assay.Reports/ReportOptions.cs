namespace Assay.Reports;

/// <summary>How a report is to be.</summary>
public sealed record ReportOptions
{
    /// <summary>The language of its labels, numbers and dates. Metric keys and text from the data stay as they are.</summary>
    public ReportLanguage Language { get; init; } = ReportLanguage.En;

    /// <summary>The most rows to show; of a longer run a sample is shown, and the report says which.</summary>
    public int MaxRows { get; init; } = 1000;

    /// <summary>The most bytes to write; long texts are cut to fit, and the report says where and by how much.</summary>
    public long MaxBytes { get; init; } = 2_000_000;

    /// <summary>Whether the evaluation was told to put up with the rows that failed, so that they fail no test of a JUnit report.</summary>
    public bool FailedRowsAllowed { get; init; }
}
