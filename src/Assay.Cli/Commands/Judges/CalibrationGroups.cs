using Assay.Languages;

namespace Assay.Cli.Commands.Judges;

/// <summary>The group of a row: the value of a column, or its text's language.</summary>
internal static class CalibrationGroups
{
    private const string Language = "language";

    /// <param name="column">The column; null for no groups.</param>
    /// <param name="value">The row's value of that column; null for none.</param>
    /// <param name="text">The text that was judged.</param>
    public static string? Of(string? column, string? value, string? text) => column is null ? null
        : value ?? (column == Language && text is not null ? LanguageDetector.Detect(text).ToString().ToLowerInvariant() : null);
}
