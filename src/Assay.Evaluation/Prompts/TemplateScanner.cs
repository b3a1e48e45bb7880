using System.Globalization;

namespace Assay.Prompts;

/// <summary>Cuts a template into text and tags.</summary>
internal sealed class TemplateScanner(string template, string name)
{
    /// <summary>The pieces in order. Throws <see cref="BadInputException"/> for braces that are not closed or empty.</summary>
    public List<TemplatePiece> Scan()
    {
        var pieces = new List<TemplatePiece>();
        var at = 0;
        while (template.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            if (open > at)
            {
                pieces.Add(new TemplatePiece(TemplatePieceKind.Text, template[at..open], at));
            }

            var escaped = open > 0 && template[open - 1] == '\\';
            at = escaped ? EscapedEnd(open, pieces) : TakeTag(open, pieces);
        }

        if (at < template.Length)
        {
            pieces.Add(new TemplatePiece(TemplatePieceKind.Text, template[at..], at));
        }

        return pieces;
    }

    /// <summary>An error at a character.</summary>
    public BadInputException Bad(int place, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}, character {place + 1}: {what}"));

    private static int EscapedEnd(int open, List<TemplatePiece> pieces)
    {
        pieces.Add(new TemplatePiece(TemplatePieceKind.Other, "{{", open));
        return open + 2;
    }

    private int TakeTag(int open, List<TemplatePiece> pieces)
    {
        if (template.AsSpan(open + 2).TrimStart('~').StartsWith("!"))
        {
            var isLong = template.AsSpan(open + 2).TrimStart('~').StartsWith("!--");
            pieces.Add(new TemplatePiece(TemplatePieceKind.Other, "", open));
            return End(open, isLong ? "--" : "", "}}");
        }

        var triple = template.AsSpan(open).StartsWith("{{{", StringComparison.Ordinal);
        var end = End(open, "", triple ? "}}}" : "}}");
        var inside = template[(open + (triple ? 3 : 2))..(end - (triple ? 3 : 2))];
        var content = inside.Trim('~').Trim();
        if (content.Length == 0)
        {
            throw Bad(open, "the braces are empty; name a column between them, as in {{inputs}}");
        }

        // "~" takes away white space around, which only the full language does.
        if (content.Length < inside.Trim().Length)
        {
            pieces.Add(new TemplatePiece(TemplatePieceKind.Other, "~", open));
        }

        pieces.Add(new TemplatePiece(TemplatePieceKind.Tag, content, open));
        return end;
    }

    /// <summary>Behind the closing braces. Brackets may hold braces: <c>{{[a}}b]}}</c>.</summary>
    private int End(int open, string mark, string close)
    {
        var from = open + 2;
        var rest = template.AsSpan(from).TrimStart("{~& ");
        if (rest.StartsWith("[") && rest.IndexOf(']') is var bracket and > 0)
        {
            from = template.Length - rest.Length + bracket;
        }

        var end = template.IndexOf(mark + close, from, StringComparison.Ordinal);
        if (end < 0 && mark.Length == 0)
        {
            throw Bad(open, $"\"{new string('{', close.Length)}\" is never closed; write \"{close}\" behind the column's name");
        }

        return end < 0 ? throw Bad(open, "the comment is never closed; write \"--}}\" behind it") : end + mark.Length + close.Length;
    }
}
