using Assay.Filters;

namespace Assay.Data.Where;

/// <summary>The words of row filters, and names and texts without their quotes.</summary>
internal static class RowFilterWords
{
    private static readonly string[] Words = ["and", "or", "not", "in", "is", "like", "ilike", "contains", "null"];

    public static bool IsWord(FilterToken token) => Array.Exists(Words, token.Is);

    /// <summary>What stands between quotes, a doubled quote being one; anything else as it is.</summary>
    public static string Unquoted(string text)
    {
        if (text is not ['\'' or '"' or '`', .. var inner, var last] || last != text[0])
        {
            return text;
        }

        var quote = text[0].ToString();
        return inner.Replace(quote + quote, quote, StringComparison.Ordinal);
    }
}
