namespace Assay.Web.Experiments;

/// <summary>The runs that somebody chose in a table.</summary>
internal static class RunSelection
{
    /// <summary>As many as an address can hold.</summary>
    public const int Most = 100;

    private const int LongestId = 64;

    /// <summary>The ids among what a form or an address says, each once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string?> texts) =>
        [.. texts.SelectMany(text => (text ?? "").Split(',')).Where(IsId).Distinct(StringComparer.Ordinal).Take(Most)];

    /// <summary>Finds them, whatever their stage.</summary>
    public static string Filter(IEnumerable<string> ids) => $"run_id IN ({string.Join(", ", ids.Select(id => $"'{id}'"))})";

    private static bool IsId(string text) => text.Length is > 0 and <= LongestId && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
