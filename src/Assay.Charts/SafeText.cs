using System.Buffers;
using System.Text;

namespace Assay.Charts;

/// <summary>Text from anywhere, made fit for XML and HTML.</summary>
public static class SafeText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"'" + string.Concat(Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n')).Select(c => (char)c))
        + string.Concat(Enumerable.Range(0x7F, 0x21).Select(c => (char)c))
        + string.Concat(Enumerable.Range(0xD800, 0x800).Select(c => (char)c)) + "\uFFFE\uFFFF");

    /// <summary>
    /// Only characters that XML allows: a control character becomes its picture (␀), half of a surrogate pair or another character that
    /// stands for nothing becomes U+FFFD, and CR LF and CR become LF.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text) || !text.AsSpan().ContainsAny(Special))
        {
            return text ?? "";
        }

        var clean = new StringBuilder(text.Length);
        Walk(clean, text, escape: false);
        return clean.ToString();
    }

    /// <summary>Clean, and safe as the content of an element or between the quotes of an attribute.</summary>
    public static string Escape(string? text)
    {
        var escaped = new StringBuilder(text?.Length ?? 0);
        AppendEscaped(escaped, text);
        return escaped.ToString();
    }

    internal static void AppendEscaped(StringBuilder target, ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Special))
        {
            Walk(target, text, escape: true);
        }
        else
        {
            target.Append(text);
        }
    }

    private static void Walk(StringBuilder target, ReadOnlySpan<char> text, bool escape)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&' when escape: target.Append("&amp;"); break;
                case '<' when escape: target.Append("&lt;"); break;
                case '>' when escape: target.Append("&gt;"); break;
                case '"' when escape: target.Append("&quot;"); break;
                case '\'' when escape: target.Append("&#39;"); break;
                case '\r':
                    target.Append('\n');
                    i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                    break;
                case < ' ' and not ('\t' or '\n'): target.Append((char)(0x2400 + c)); break;
                case '\x7F': target.Append('\u2421'); break;
                case > '\x7F' and < '\xA0' or '\uFFFE' or '\uFFFF': target.Append('\uFFFD'); break;
                case >= '\uD800' and <= '\uDBFF' when i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    target.Append(c).Append(text[++i]);
                    break;
                case >= '\uD800' and <= '\uDFFF': target.Append('\uFFFD'); break;
                default: target.Append(c); break;
            }
        }
    }
}
