using Assay.Judges.Calibration;
using Assay.Reports.Languages;
using Assay.Results;

namespace Assay.Reports.Figures;

/// <summary>The line under a judge's scores: how they agree with people's, or that nobody looked.</summary>
internal static class CalibrationLine
{
    /// <summary>Null for a scorer that is no judge.</summary>
    public static string? Of(ScorerSummary scorer, FigureTexts texts, Notation notation) => scorer switch
    {
        { Scorer.Judge: null } => null,
        { Calibration: { } note } => $"{texts.CalibratedOn(notation.Count(note.Labels))}: {Measure(note, texts, notation)}",
        _ => texts.NotCalibrated,
    };

    private static string Measure(CalibrationNote note, FigureTexts texts, Notation notation) => note switch
    {
        { Kappa: { } kappa, Interval: { } interval } =>
            $"{Kappa(note, texts)} {notation.Number(kappa, 2)} [{notation.Number(interval.Low, 2)}{notation.ListSeparator}{notation.Number(interval.High, 2)}]",
        { Kappa: { } kappa } => $"{Kappa(note, texts)} {notation.Number(kappa, 2)}",
        _ => $"{texts.Agreement} {notation.Number(note.Agreement, 2)}",
    };

    private static string Kappa(CalibrationNote note, FigureTexts texts) => note.IsWeighted ? texts.WeightedKappa : "kappa";
}
