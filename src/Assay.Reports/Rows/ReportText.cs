namespace Assay.Reports.Rows;

/// <summary>A text of a row as far as a report may need it.</summary>
/// <param name="Text">The text, or its beginning.</param>
/// <param name="Length">The characters of the whole text.</param>
internal readonly record struct ReportText(string Text, int Length)
{
    /// <summary>The text's beginning, at most so many characters, no character cut in two.</summary>
    public static ReportText? Of(string? text, int limit) => text is null ? null : new ReportText(Beginning(text, limit), text.Length);

    /// <summary>At most so many characters of it.</summary>
    public ReportText CutTo(int limit) => this with { Text = Beginning(Text, limit) };

    private static string Beginning(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        return text[..(limit > 0 && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
    }
}
