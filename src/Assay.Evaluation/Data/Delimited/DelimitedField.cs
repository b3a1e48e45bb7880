using System.Text;

namespace Assay.Data.Delimited;

/// <summary>Where a value lies in its record.</summary>
/// <param name="Start">Its first byte, behind an opening quote.</param>
/// <param name="End">Behind its last byte.</param>
/// <param name="Quoted">Whether quotes stood around it.</param>
/// <param name="Doubled">Whether it holds doubled quotes.</param>
internal readonly record struct DelimitedField(int Start, int End, bool Quoted, bool Doubled)
{
    /// <summary>The value: nothing for an empty cell, the empty text for a quoted one.</summary>
    public FieldValue Value(ReadOnlySpan<byte> record) => Start == End && !Quoted ? FieldValue.Null : FieldValue.FromText(Text(record));

    /// <summary>The text between the quotes.</summary>
    public string Text(ReadOnlySpan<byte> record)
    {
        var text = Encoding.UTF8.GetString(record[Start..End]);
        return Doubled ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
