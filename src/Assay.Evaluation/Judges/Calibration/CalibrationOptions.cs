namespace Assay.Judges.Calibration;

/// <summary>How a judge is held against people.</summary>
public sealed record CalibrationOptions
{
    /// <summary>From which value on a label counts as positive; null for the middle of the labels that occur.</summary>
    public double? Threshold { get; init; }

    /// <summary>Whether the labelled rows were drawn at random from the judged ones, and none of them was used to make the judge.</summary>
    public bool LabelsAreRandom { get; init; }

    /// <summary>Half the width of the intervals that are wanted, for the number of labels; null to plan nothing.</summary>
    public double? Precision { get; init; }

    /// <summary>Of all intervals, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Of the bootstraps.</summary>
    public ulong Seed { get; init; }
}
