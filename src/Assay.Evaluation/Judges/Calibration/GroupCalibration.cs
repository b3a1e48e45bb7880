namespace Assay.Judges.Calibration;

/// <summary>How a judge does on one group of rows.</summary>
/// <param name="Group">The group.</param>
/// <param name="Labels">Its labelled rows.</param>
/// <param name="Agreement">The share of equal labels.</param>
/// <param name="Kappa">Cohen's kappa.</param>
/// <param name="Bias">The judge's score less the person's, on average.</param>
public sealed record GroupCalibration(string Group, int Labels, CalibrationFigure Agreement, CalibrationFigure Kappa, CalibrationFigure Bias);
