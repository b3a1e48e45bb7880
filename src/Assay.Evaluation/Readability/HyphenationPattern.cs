namespace Assay.Readability;

/// <summary>One line of a hyphenation file: letters with digits between them, such as <c>.a2ch4</c>.</summary>
internal static class HyphenationPattern
{
    private static readonly string[] Settings =
        ["LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN", "UTF-8"];

    /// <summary>Splits a pattern into its letters and the values before, between and after them; false for a line that is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, out string letters, out byte[] values)
    {
        (letters, values) = ("", []);
        if (line.IsEmpty || line[0] is '%' or '#') return false;
        foreach (var setting in Settings)
            if (line.StartsWith(setting, StringComparison.Ordinal)) return false;

        Span<char> kept = stackalloc char[line.Length];
        var found = new byte[line.Length + 1];
        var count = 0;
        var last = 0;
        foreach (var c in line)
        {
            if (char.IsAsciiDigit(c))
            {
                found[count] = (byte)(c - '0');
                if (c != '0') last = count + 1;
            }
            else
            {
                kept[count++] = c;
            }
        }

        letters = kept[..count].ToString();
        values = found[..last];
        return last > 0;
    }
}
