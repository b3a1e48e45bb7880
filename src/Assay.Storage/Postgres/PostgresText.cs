using System.Text;
using Assay.Storage.Sql;

namespace Assay.Storage.Postgres;

/// <summary>
/// PostgreSQL's text holds every character but U+0000. That one is kept as U+0001 U+0002, and U+0001, which marks it, as U+0001 U+0003: nothing
/// is lost, equal texts stay equal, and texts keep their order. Texts without either, nearly all, are kept as they are.
/// </summary>
internal static class PostgresText
{
    private const char Mark = '\u0001';
    private const char MarkedNul = '\u0002';
    private const char MarkedMark = '\u0003';

    public static string Encode(string text)
    {
        text = StoredText.Of(text);
        if (text.AsSpan().IndexOfAny('\0', Mark) < 0)
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '\0' => encoded.Append(Mark).Append(MarkedNul),
                Mark => encoded.Append(Mark).Append(MarkedMark),
                _ => encoded.Append(unit),
            };
        }

        return encoded.ToString();
    }

    public static string Decode(string text)
    {
        if (!text.Contains(Mark, StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var marks = text[i] == Mark && i + 1 < text.Length;
            decoded.Append(marks ? (text[++i] == MarkedNul ? '\0' : Mark) : text[i]);
        }

        return decoded.ToString();
    }
}
