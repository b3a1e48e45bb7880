namespace Assay.Judges.Calibration;

/// <summary>A row that a judge scored, and a person too where there is a label.</summary>
public sealed record LabeledRow
{
    /// <summary>The judge's score; null when it gave none.</summary>
    public double? Judge { get; init; }

    /// <summary>The person's label, on the same scale; null when nobody labelled the row.</summary>
    public double? Human { get; init; }

    /// <summary>What it is grouped by, such as its language; null for no group.</summary>
    public string? Group { get; init; }

    /// <summary>The length of the text under judgement, in characters; null when it is not known.</summary>
    public double? Length { get; init; }

    /// <summary>Of a pairwise judge: the verdict with the one answer first; null otherwise.</summary>
    public double? Forward { get; init; }

    /// <summary>Of a pairwise judge: the verdict with the one answer second; null otherwise.</summary>
    public double? Backward { get; init; }
}
