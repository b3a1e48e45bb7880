using System.Text;

namespace Assay.Web.Artifacts;

/// <summary>Reads the first rows of a text of values between separators (RFC 4180): quotes may stand around values, and twice within.</summary>
internal static class DelimitedReader
{
    /// <param name="text">The text, or its beginning.</param>
    /// <param name="separator">A comma or a tab.</param>
    /// <param name="most">How many rows, the names of the columns not counted.</param>
    /// <param name="isCut">Whether the text ends before the file does: its last row may not be whole.</param>
    public static TabularText Read(string text, char separator, int most, bool isCut)
    {
        var rows = new List<IReadOnlyList<string>>();
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        while (at < text.Length && rows.Count <= most + 1)
        {
            var (row, next, isWhole) = ReadRow(text, at, separator);
            if (isWhole || !isCut)
            {
                rows.Add(row);
            }

            at = next;
        }

        var body = rows.Skip(1).Where(row => row is not [""]).ToList();
        return new TabularText(rows.Count == 0 ? [] : rows[0], [.. body.Take(most)], isCut || body.Count > most);
    }

    private static (IReadOnlyList<string> Row, int Next, bool IsWhole) ReadRow(string text, int at, char separator)
    {
        var (row, value, quoted) = (new List<string>(), new StringBuilder(), false);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted)
            {
                if (c != '"')
                {
                    value.Append(c);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    value.Append(text[++at]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && value.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                row.Add(value.ToString());
                value.Clear();
            }
            else if (c is '\n' or '\r')
            {
                row.Add(value.ToString());
                return (row, at + (c == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1), true);
            }
            else
            {
                value.Append(c);
            }
        }

        row.Add(value.ToString());
        return (row, at, false);
    }
}
