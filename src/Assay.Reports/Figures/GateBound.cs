using Assay.Reports.Languages;

namespace Assay.Reports.Figures;

/// <summary>The figure and the number that a gate names: <c>toxicity/v1/p90 &lt; 0.1</c>.</summary>
/// <param name="Key">The figure's key.</param>
/// <param name="Value">The number; null when the text holds none.</param>
internal readonly record struct GateBound(string Key, double? Value)
{
    private const int MostDecimals = 9;

    public static GateBound Of(string gate) =>
        Gate.TryParse(gate, out var parsed) ? new GateBound(parsed.Key, parsed.Bound) : new GateBound(gate.Trim(), null);

    /// <summary>A figure with enough decimals to see on which side of the bound it lies.</summary>
    public string Beside(double figure, Notation notation)
    {
        if (Value is not { } bound || !double.IsFinite(bound) || !double.IsFinite(figure) || figure == bound)
        {
            return notation.Significant(figure, 4);
        }

        var decimals = figure % 1 == 0 ? 0 : Math.Abs(figure) >= 100 ? 1 : 3;
        while (decimals < MostDecimals && Math.Round(figure, decimals) == Math.Round(bound, MostDecimals))
        {
            decimals++;
        }

        return notation.Number(figure, decimals);
    }
}
