using Assay.Reports.Languages;

namespace Assay.Reports.Figures;

/// <summary>
/// How the scores of one column are written: all with the same decimals, three digits of the column's range, none for whole numbers.
/// </summary>
public sealed class ColumnFormat
{
    private readonly Notation _notation;
    private readonly int _decimals;
    private readonly double _low;
    private readonly double _range;

    public ColumnFormat(Notation notation, IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _notation = notation;
        var (low, high, whole) = (double.PositiveInfinity, double.NegativeInfinity, true);
        foreach (var value in values.Where(double.IsFinite))
        {
            (low, high, whole) = (Math.Min(low, value), Math.Max(high, value), whole && value % 1 == 0);
        }

        (_low, _range) = (low, high - low);
        var size = _range > 0 ? _range : Math.Abs(low);
        _decimals = whole || size == 0 || !double.IsFinite(size) ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 6);
        _decimals = Math.Max(_decimals, !whole && high <= 1 && low >= 0 ? 3 : 0);
    }

    /// <summary>The value as text.</summary>
    public string Text(double value) => _notation.Number(value, _decimals);

    /// <summary>Where the value stands between the column's least and most, in steps from 0 to <paramref name="steps"/>.</summary>
    public int Position(double value, int steps) =>
        _range > 0 && double.IsFinite(value) ? (int)Math.Round(Math.Clamp((value - _low) / _range, 0, 1) * steps) : 0;
}
