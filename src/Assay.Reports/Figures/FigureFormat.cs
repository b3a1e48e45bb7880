using Assay.Reports.Languages;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Reports.Figures;

/// <summary>
/// How a figure is written, everywhere: with as many digits as its interval supports (to two digits of the interval's half width), three
/// significant digits where there is no interval, a sign for its direction, and its unit.
/// </summary>
public sealed class FigureFormat(Notation notation)
{
    /// <summary>The format of a language.</summary>
    public static FigureFormat For(ReportLanguage language) => new(ReportTexts.For(language).Notation);

    /// <summary>How the language writes numbers.</summary>
    public Notation Notation { get; } = notation;

    /// <summary>▲ higher is better, ▼ lower is better, · neither.</summary>
    public static string Sign(ScoreDirection direction) => direction switch
    {
        ScoreDirection.Higher => "▲",
        ScoreDirection.Lower => "▼",
        _ => "·",
    };

    /// <summary>The figure without its unit.</summary>
    public string Value(AggregateResult figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Decimals(figure) is { } decimals ? Notation.Number(figure.Value, decimals) : Notation.Significant(figure.Value);
    }

    /// <summary>The confidence of a run's intervals in per cent: <c>95</c>.</summary>
    public string Confidence(EvaluationSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return Confidence(summary.Confidence);
    }

    /// <summary>A confidence in per cent, without the sign: <c>95</c>.</summary>
    public string Confidence(double confidence) => Notation.Place(Math.Round(100 * confidence, 6));

    /// <summary>The interval as <c>[0.692, 0.791]</c>, an open end as <c>[0.692, ∞)</c>; null when there is none.</summary>
    public string? Interval(AggregateResult figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Interval is not { } interval)
        {
            return null;
        }

        var (low, high) = Decimals(figure) is { } decimals
            ? (Notation.Number(interval.Low, decimals), Notation.Number(interval.High, decimals))
            : (Notation.Significant(interval.Low), Notation.Significant(interval.High));
        var (left, right) = (double.IsInfinity(interval.Low) ? "(" : "[", double.IsInfinity(interval.High) ? ")" : "]");
        return $"{left}{low}{Notation.ListSeparator}{high}{right}";
    }

    /// <summary>The unit of a figure of a scorer: of a variance its square, of a ratio none. Null for none.</summary>
    public static string? Unit(AggregateResult figure, ScorerDescription scorer)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(scorer);
        return figure.Kind switch
        {
            _ when scorer.Unit is null => null,
            AggregateKind.Ratio => null,
            AggregateKind.Variance => scorer.Unit + "²",
            _ => scorer.Unit,
        };
    }

    /// <summary>The figure and its unit.</summary>
    public string ValueWithUnit(AggregateResult figure, ScorerDescription scorer) =>
        Unit(figure, scorer) is { } unit ? $"{Value(figure)} {unit}" : Value(figure);

    /// <summary>Decimals by the interval's half width; null when it says nothing.</summary>
    private static int? Decimals(AggregateResult figure)
    {
        if (figure.Interval is not { } interval || !double.IsFinite(interval.High - interval.Low) || interval.High <= interval.Low)
        {
            return null;
        }

        var magnitude = (int)Math.Floor(Math.Log10((interval.High - interval.Low) / 2));
        return Math.Clamp(1 - magnitude, 0, 9);
    }
}
