using System.Globalization;
using Assay.Cli.Output;
using Assay.Judges.Calibration;
using Assay.Statistics;

namespace Assay.Cli.Commands.Judges;

/// <summary>A calibration for a terminal.</summary>
internal static class CalibrationTable
{
    public static void Write(JudgeCalibration calibration)
    {
        ListTable.WriteFields(
        [
            ("judge", calibration.Judge?.ToString() ?? "scores of a file"),
            ("labels", $"{Text(calibration.Labels)} of {Text(calibration.Judged)} judged rows"
                + (calibration.LabeledWithoutScore == 0 ? "" : $"; {Text(calibration.LabeledWithoutScore)} more labels on rows that the judge gave no score")),
            ("agreement", Figure(calibration.Agreement)),
            ($"true positives (from {ListTable.Figure(calibration.Threshold)} on)", Figure(calibration.TruePositiveRate)),
            ("true negatives", Figure(calibration.TrueNegativeRate)),
            ("Cohen's kappa", Figure(calibration.Kappa)),
            ("kappa, linear weights", Figure(calibration.KappaLinear)),
            ("kappa, quadratic weights", Figure(calibration.KappaQuadratic)),
            ("Krippendorff's alpha, nominal", Figure(calibration.AlphaNominal)),
            ("alpha, ordinal", Figure(calibration.AlphaOrdinal)),
            ("alpha, interval", Figure(calibration.AlphaInterval)),
            ("bias (judge less people)", Figure(calibration.Bias)),
            ("bias by length (rank correlation)", Figure(calibration.LengthBias)),
            .. Position(calibration),
            .. Needed(calibration),
            .. Mean(calibration),
        ]);
        WriteConfusion(calibration);
        if (calibration.Groups.Count > 0)
        {
            ListTable.Write(["group", "labels", "agreement", "kappa", "bias"], calibration.Groups.Select(group => new[]
            {
                group.Group, Text(group.Labels), Figure(group.Agreement), Figure(group.Kappa), Figure(group.Bias),
            }));
        }
    }

    public static string Figure(CalibrationFigure figure) => figure.Value is { } value
        ? $"{Number(value)} {Interval(figure.Interval, figure.Reason)}".TrimEnd()
        : $"– ({figure.Reason})";

    public static string Interval(Interval? interval, string? reason) =>
        interval is { } known ? $"[{Number(known.Low)}, {Number(known.High)}]" : reason is null ? "" : $"({reason})";

    private static IEnumerable<(string, string)> Position(JudgeCalibration calibration) => calibration.Position is not { } position ? [] :
    [
        ("verdict changes with the order", Figure(position.Disagreement)),
        ("of these, the first favoured", Figure(position.FirstFavoured)),
    ];

    private static IEnumerable<(string, string)> Needed(JudgeCalibration calibration) => calibration.LabelsNeeded is not { } needed ? [] :
    [
        ($"labels for ±{ListTable.Figure(needed.Precision)}",
            $"{Text(needed.Agreement)} for the agreement" + (needed.Kappa is { } kappa ? $", {Text(kappa)} for kappa" : "")
            + (calibration.Mean is null ? "" : needed.Mean is { } mean ? $", {Text(mean)} for the mean" : ", and for the mean more judged rows too")),
    ];

    private static IEnumerable<(string, string)> Mean(JudgeCalibration calibration) => calibration.Mean is not { } mean
        ? [("mean of people's labels", $"– ({calibration.WhyNoMean})")]
        :
        [
            ("mean of people's labels, judge used", $"{Number(mean.Estimate)} {Interval(mean.Interval, null)} (PPI++, tuning {Number(mean.Tuning)}; as precise as {Text((int)Math.Round(mean.EffectiveLabels))} labels alone)"),
            ("labels alone", $"{Number(mean.LabelMean)} {Interval(mean.LabelInterval, null)}"),
        ];

    private static void WriteConfusion(JudgeCalibration calibration)
    {
        if (calibration.Confusion is not { } rows)
        {
            return;
        }

        var labels = calibration.ConfusionLabels.Select(ListTable.Figure).ToList();
        ListTable.Write(
            ["people \\ judge", .. labels], rows.Select((row, i) => (string[])[labels[i], .. row.Select(Text)]));
    }

    private static string Number(double value) => value.ToString("0.###;-0.###;0", CultureInfo.InvariantCulture);

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
