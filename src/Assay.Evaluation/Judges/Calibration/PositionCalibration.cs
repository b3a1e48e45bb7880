namespace Assay.Judges.Calibration;

/// <summary>What the order of two answers does to a pairwise judge.</summary>
/// <param name="Disagreement">The share of pairs whose verdict changed with the order.</param>
/// <param name="FirstFavoured">Of those, the share in which the first place was favoured; one half means no bias.</param>
public sealed record PositionCalibration(CalibrationFigure Disagreement, CalibrationFigure FirstFavoured)
{
    /// <summary>Counts pairs by their verdicts in both orders: 1 the one answer, 0 the other, 0.5 a tie.</summary>
    public static PositionCalibration Of(IReadOnlyList<(double Forward, double Backward)> pairs, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var changed = pairs.Count(pair => pair.Forward != pair.Backward);
        return new PositionCalibration(
            CalibrationFigure.Share(changed, pairs.Count, confidence),
            CalibrationFigure.Share(pairs.Count(pair => pair.Forward > pair.Backward), changed, confidence));
    }
}
