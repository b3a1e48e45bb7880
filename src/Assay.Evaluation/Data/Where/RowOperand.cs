using System.Globalization;

namespace Assay.Data.Where;

/// <summary>What a comparison looks at: a column's value, or the number of characters (code points) of its text.</summary>
internal readonly record struct RowOperand(string Column, bool IsLength)
{
    public FieldValue Of(in RawRow row)
    {
        var place = Array.IndexOf(row.Columns, Column);
        var value = place < 0 ? FieldValue.Null : row.Values[place];
        return IsLength && value.Text is { } text ? FieldValue.FromCompactJson(Length(text).ToString(CultureInfo.InvariantCulture)) : value;
    }

    private static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }
}
