namespace Assay.Web.Components;

/// <summary>Texts as a shell reads them.</summary>
internal static class Shell
{
    /// <summary>As one word, whatever stands in it.</summary>
    public static string Quote(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ':' or '@' or '=' or ',' or '+' or '%')
            ? text
            : "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
