namespace Assay.Toxicity;

/// <summary>
/// Follows quotation marks through a window. An opening mark counts only when one that can close it follows,
/// so that an inch sign or a stray mark does not turn the rest of the text into a quotation.
/// </summary>
internal ref struct QuotationMarks
{
    private readonly int lastDouble;
    private readonly int lastClosing;
    private bool insideDouble;
    private bool insideSingle;

    public QuotationMarks(ReadOnlySpan<char> chars)
    {
        lastDouble = chars.LastIndexOf('"');
        lastClosing = -1;
        for (var at = chars.Length - 1; at > 0 && lastClosing < 0; at--)
        {
            if (chars[at] == '\'' && Closes(chars, at))
            {
                lastClosing = at;
            }
        }
    }

    public readonly bool Inside => insideDouble || insideSingle;

    public void Pass(ReadOnlySpan<char> chars, int at)
    {
        if (chars[at] == '"')
        {
            insideDouble = !insideDouble && at < lastDouble;
        }
        else if (chars[at] == '\'')
        {
            if (insideSingle)
            {
                insideSingle = !Closes(chars, at);
            }
            else
            {
                insideSingle = at < lastClosing && (at == 0 || !char.IsLetterOrDigit(chars[at - 1]));
            }
        }
    }

    private static bool Closes(ReadOnlySpan<char> chars, int at) =>
        at > 0 && chars[at - 1] is not (' ' or '\n') && (at + 1 >= chars.Length || !char.IsLetterOrDigit(chars[at + 1]));
}
