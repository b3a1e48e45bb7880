using System.Globalization;

namespace Assay.Reports.Languages;

/// <summary>How a language writes numbers and dates. Kept here because the program runs without the system's culture data.</summary>
public sealed class Notation
{
    private readonly NumberFormatInfo _numbers;
    private readonly IReadOnlyList<string> _months;
    private readonly string _datePattern;

    /// <param name="decimalSeparator">Between whole and part.</param>
    /// <param name="groupSeparator">Between thousands.</param>
    /// <param name="listSeparator">Between the ends of an interval: a comma must not stand beside decimal commas.</param>
    /// <param name="datePattern">Day {0}, month's name {1}, year {2}, time {3}.</param>
    /// <param name="months">The months' names in a date.</param>
    internal Notation(string decimalSeparator, string groupSeparator, string listSeparator, string datePattern, IReadOnlyList<string> months)
    {
        (ListSeparator, _datePattern, _months) = (listSeparator, datePattern, months);
        _numbers = new NumberFormatInfo
        {
            NumberDecimalSeparator = decimalSeparator,
            NumberGroupSeparator = groupSeparator,
            NumberGroupSizes = [3],
            NegativeSign = "−",
        };
    }

    /// <summary>What stands between the ends of an interval.</summary>
    public string ListSeparator { get; }

    /// <summary>So many decimals, thousands grouped, a true minus sign; what is too large or small for that in powers of ten.</summary>
    public string Number(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }

        if (Math.Abs(value) >= 1e15)
        {
            return value.ToString("0.##e+0", _numbers);
        }

        var text = value.ToString("N" + Math.Clamp(decimals, 0, 15).ToString(CultureInfo.InvariantCulture), _numbers);
        return text.StartsWith('−') && !text.AsSpan().ContainsAnyInRange('1', '9') ? text[1..] : text;
    }

    /// <summary>In powers of ten, with up to five digits: <c>1.25e−9</c>.</summary>
    public string Power(double value) => value.ToString("0.####e+0", _numbers);

    /// <summary>A whole number, thousands grouped.</summary>
    public string Count(long value) => value.ToString("N0", _numbers);

    /// <summary>A number with so many significant digits, for one whose uncertainty is not known.</summary>
    public string Significant(double value, int digits = 3)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return Number(value, 0);
        }

        var magnitude = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (magnitude < -6)
        {
            return value.ToString("0.##e+0", _numbers);
        }

        var decimals = Math.Max(0, digits - 1 - magnitude);
        return value % 1 == 0 ? Number(value, 0) : Number(value, decimals);
    }

    /// <summary>
    /// A number that marks a place, such as a threshold or the end of a scale: three significant digits, no zeros behind.
    /// </summary>
    public string Place(double value)
    {
        var text = Significant(value);
        var end = text.Contains(_numbers.NumberDecimalSeparator, StringComparison.Ordinal) && !text.Contains('e', StringComparison.Ordinal)
            ? text.TrimEnd('0').TrimEnd(_numbers.NumberDecimalSeparator[0]).Length
            : text.Length;
        return text[..end];
    }

    /// <summary>A share as a percentage: one decimal under 10 %, but no share that is not 0 or 1 as 0 % or 100 %.</summary>
    public string Percent(double share, string space)
    {
        var percent = share * 100;
        var text = percent switch
        {
            > 0 and < 0.1 => "<" + space + Number(0.1, 1),
            > 99.9 and < 100 => ">" + space + Number(99.9, 1),
            _ => Number(percent, percent % 1 == 0 ? 0 : 1),
        };
        return text + space + "%";
    }

    /// <summary>A day and a time of day, in UTC.</summary>
    public string Date(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return string.Format(
            CultureInfo.InvariantCulture, _datePattern, utc.Day, _months[utc.Month - 1], utc.Year, utc.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>A span of time in two units at most: 0.42 s, 12 s, 3 min 5 s, 2 h 10 min.</summary>
    public string Duration(double seconds) => seconds switch
    {
        < 10 => Significant(seconds, 2) + " s",
        < 60 => Number(seconds, 0) + " s",
        < 3600 => $"{Math.Floor(seconds / 60):0} min {Math.Floor(seconds % 60):0} s",
        _ => $"{Number(Math.Floor(seconds / 3600), 0)} h {Math.Floor(seconds % 3600 / 60):0} min",
    };
}
