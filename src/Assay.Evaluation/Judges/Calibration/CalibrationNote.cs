using System.Globalization;
using Assay.Statistics;

namespace Assay.Judges.Calibration;

/// <summary>What is shown of a calibration wherever the judge's scores are.</summary>
/// <param name="Labels">The labels that it was held against.</param>
/// <param name="Kappa">Cohen's kappa, with quadratic weights where there are more than two labels; null where it has no meaning.</param>
/// <param name="Interval">Its 95 % interval.</param>
/// <param name="Agreement">The share of equal labels.</param>
/// <param name="IsWeighted">Whether kappa is the weighted one.</param>
public sealed record CalibrationNote(int Labels, double? Kappa, Interval? Interval, double Agreement, bool IsWeighted = false)
{
    /// <summary>The line of a judge that was not held against people.</summary>
    public const string NotCalibrated = "not calibrated";

    /// <summary>One line: <c>calibrated on 60 labels: kappa .62 [.45, .79]</c>.</summary>
    public override string ToString()
    {
        var measure = Kappa is null ? $"agreement {Short(Agreement)}, kappa undefined"
            : $"{(IsWeighted ? "weighted kappa" : "kappa")} {Short(Kappa.Value)}{(Interval is { } interval ? $" [{Short(interval.Low)}, {Short(interval.High)}]" : "")}";
        return string.Create(CultureInfo.InvariantCulture, $"calibrated on {Labels} labels: {measure}");
    }

    private static string Short(double value)
    {
        var text = value.ToString("0.00", CultureInfo.InvariantCulture);
        return text switch
        {
            "-0.00" => ".00",
            ['0', '.', ..] => text[1..],
            ['-', '0', '.', ..] => "-" + text[2..],
            _ => text,
        };
    }
}
