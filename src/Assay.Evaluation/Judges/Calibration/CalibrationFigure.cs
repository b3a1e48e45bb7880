using Assay.Agreement;
using Assay.Statistics;

namespace Assay.Judges.Calibration;

/// <summary>A figure of a calibration, with its interval or the reason why there is none.</summary>
/// <param name="Value">The figure; null when it has no meaning here.</param>
/// <param name="Interval">Its interval.</param>
/// <param name="Method">How the interval was found.</param>
/// <param name="Rows">The rows that it is made from.</param>
/// <param name="Reason">Why there is no value or no interval.</param>
public sealed record CalibrationFigure(double? Value, Interval? Interval, string? Method, int Rows, string? Reason = null)
{
    internal static CalibrationFigure Share(int count, int rows, double confidence)
    {
        var estimate = ConfidenceIntervals.Proportion(count, rows, confidence);
        return new CalibrationFigure(rows == 0 ? null : (double)count / rows, estimate.Interval, estimate.Method, rows, rows == 0 ? "there are no such rows" : null);
    }

    internal static CalibrationFigure Of(AgreementEstimate estimate, int rows) =>
        new(double.IsNaN(estimate.Value) ? null : estimate.Value, estimate.Interval, estimate.Method, rows, estimate.Reason);

    internal static CalibrationFigure Mean(double[] values, double confidence)
    {
        var estimate = ConfidenceIntervals.Mean(values, confidence);
        return new CalibrationFigure(Aggregates.Mean(values), estimate.Interval, estimate.Method, values.Length, values.Length == 0 ? "there are no such rows" : estimate.Reason);
    }

    internal static CalibrationFigure None(string reason) => new(null, null, null, 0, reason);
}
