using System.Globalization;
using Assay.Reports.Languages;

namespace Assay.Web.Runs;

/// <summary>How a number is written of which nothing but itself is known: as it was logged, to six significant digits, without zeros behind.</summary>
internal static class MetricText
{
    private const int Digits = 6;

    public static string Of(Notation notation, double value)
    {
        var text = value.ToString("G6", CultureInfo.InvariantCulture);
        if (!double.IsFinite(value) || text.Contains('E', StringComparison.Ordinal))
        {
            return notation.Significant(value, Digits);
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        return notation.Number(value, point < 0 ? 0 : text.Length - point - 1);
    }

    /// <summary>All digits, for machines.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
