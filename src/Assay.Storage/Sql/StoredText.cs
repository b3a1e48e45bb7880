using System.Text;

namespace Assay.Storage.Sql;

/// <summary>Text as it comes back from a database: halves of surrogate pairs, which no encoding has, have become U+FFFD.</summary>
internal static class StoredText
{
    public static string Of(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
        : text;
}
