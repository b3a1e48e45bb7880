using Assay.Reports.Languages;

namespace Assay.Web.Metrics;

/// <summary>A number at an axis: as it is as long as there is room for it, then in powers of ten.</summary>
internal static class AxisNumber
{
    private const int MostLetters = 9, MostDecimals = 7;

    /// <param name="notation">The language's.</param>
    /// <param name="value">The number.</param>
    /// <param name="decimals">How many tell it from its neighbours.</param>
    public static string Of(Notation notation, double value, int decimals)
    {
        var text = notation.Number(value, decimals);
        return value == 0 ? "0" : decimals <= MostDecimals && text.Length <= MostLetters ? text : notation.Power(value);
    }
}
