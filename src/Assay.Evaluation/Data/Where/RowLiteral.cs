using System.Globalization;

namespace Assay.Data.Where;

/// <summary>A value that stands in a row filter: a text, a number, or true or false.</summary>
internal readonly record struct RowLiteral(string Text, double? Number = null, bool? Truth = null)
{
    /// <summary>
    /// How a row's value compares with it: less than 0, 0, more than 0; null when the two cannot be compared: no value, a text that is no
    /// number with a number, anything but a truth value with true or false.
    /// </summary>
    public int? Compare(FieldValue value)
    {
        if (value.Text is not { } text)
        {
            return null;
        }

        if (Number is { } number)
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var own) && !double.IsNaN(own) ? own.CompareTo(number) : null;
        }

        if (Truth is { } truth)
        {
            return bool.TryParse(text, out var own) ? own.CompareTo(truth) : null;
        }

        return string.CompareOrdinal(text, Text);
    }
}
