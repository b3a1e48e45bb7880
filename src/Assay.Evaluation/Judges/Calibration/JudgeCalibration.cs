using Assay.Agreement;

namespace Assay.Judges.Calibration;

/// <summary>How a judge's scores agree with people's labels. Stored as the artifact <c>assay_calibration.json</c>.</summary>
public sealed record JudgeCalibration
{
    /// <summary>The judge; null when its scores came from a file that does not say.</summary>
    public JudgeIdentity? Judge { get; init; }

    /// <summary>Rows with a label and a score.</summary>
    public required int Labels { get; init; }

    /// <summary>Rows with a score.</summary>
    public required int Judged { get; init; }

    /// <summary>Rows with a label that the judge gave no score.</summary>
    public required int LabeledWithoutScore { get; init; }

    /// <summary>The share of equal labels.</summary>
    public required CalibrationFigure Agreement { get; init; }

    /// <summary>From which value on a label counts as positive.</summary>
    public required double Threshold { get; init; }

    /// <summary>Of the rows that people found positive, the share that the judge did.</summary>
    public required CalibrationFigure TruePositiveRate { get; init; }

    /// <summary>Of the rows that people found negative, the share that the judge did.</summary>
    public required CalibrationFigure TrueNegativeRate { get; init; }

    /// <summary>Cohen's kappa.</summary>
    public required CalibrationFigure Kappa { get; init; }

    /// <summary>Kappa with linear weights; the same as <see cref="Kappa"/> for two labels.</summary>
    public required CalibrationFigure KappaLinear { get; init; }

    /// <summary>Kappa with quadratic weights.</summary>
    public required CalibrationFigure KappaQuadratic { get; init; }

    /// <summary>Krippendorff's alpha of names.</summary>
    public required CalibrationFigure AlphaNominal { get; init; }

    /// <summary>Krippendorff's alpha of ranks.</summary>
    public required CalibrationFigure AlphaOrdinal { get; init; }

    /// <summary>Krippendorff's alpha of numbers.</summary>
    public required CalibrationFigure AlphaInterval { get; init; }

    /// <summary>The labels that occur, ascending: rows and columns of <see cref="Confusion"/>.</summary>
    public required IReadOnlyList<double> ConfusionLabels { get; init; }

    /// <summary>Counts: a row for each label of people, a column for each of the judge; null when there are too many labels for a table.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? Confusion { get; init; }

    /// <summary>The judge's score less the person's, on average: above 0 the judge is kinder.</summary>
    public required CalibrationFigure Bias { get; init; }

    /// <summary>Rank correlation of that difference with the text's length: above 0 the judge favours long texts more than people do.</summary>
    public required CalibrationFigure LengthBias { get; init; }

    /// <summary>The same measures by group; empty without groups.</summary>
    public IReadOnlyList<GroupCalibration> Groups { get; init; } = [];

    /// <summary>What the order does; null for judges of single answers.</summary>
    public PositionCalibration? Position { get; init; }

    /// <summary>Labels for a wanted precision; null when none was named.</summary>
    public LabelsNeeded? LabelsNeeded { get; init; }

    /// <summary>The mean of people's labels over all judged rows; null when it may not be given.</summary>
    public PredictionPoweredMean? Mean { get; init; }

    /// <summary>Why there is no such mean; null when there is one.</summary>
    public string? WhyNoMean { get; init; }

    /// <summary>What is shown wherever this judge's scores are.</summary>
    public CalibrationNote ToNote()
    {
        // On a scale of steps a near miss is no miss.
        var isWeighted = ConfusionLabels.Count > 2;
        var kappa = isWeighted ? KappaQuadratic : Kappa;
        return new CalibrationNote(Labels, kappa.Value, kappa.Interval, Agreement.Value ?? 0, isWeighted);
    }
}
