namespace Assay.Judges.Calibration;

/// <summary>How many labels it takes until half the width of an interval is no more than is wanted, if the figures stay as they are.</summary>
/// <param name="Precision">Half the width that is wanted.</param>
/// <param name="Agreement">For the agreement.</param>
/// <param name="Kappa">For kappa; null without one.</param>
/// <param name="Mean">For the prediction-powered mean, on the score's own scale; null when more rows are needed too, or it is not given.</param>
public sealed record LabelsNeeded(double Precision, int Agreement, int? Kappa, int? Mean);
