using System.Text;

namespace Assay.Filters;

/// <summary>
/// Reads a list of texts. MLflow reads it as the Python tuple that it looks like, so here, unlike elsewhere in a filter, a backslash may stand
/// before a quote, and texts side by side are one.
/// </summary>
internal static class TextList
{
    internal const int MostTexts = 10_000;

    /// <summary>The texts between the parentheses, at least one.</summary>
    public static IReadOnlyList<string> Read(FilterClause clause)
    {
        if (clause.Operands.Count == 0)
        {
            throw FilterErrors.Invalid(
                "While parsing a list in the query, expected a non-empty list of string values, but got empty list");
        }

        var texts = new List<StringBuilder>();
        var isNew = true;
        foreach (var token in clause.Operands)
        {
            if (token.Kind == FilterTokenKind.Comma && !isNew)
            {
                isNew = true;
                continue;
            }

            var text = Text(token, clause);
            if (isNew)
            {
                texts.Add(text);
            }
            else
            {
                texts[^1].Append(text);
            }

            isNew = false;
        }

        return texts.Count <= MostTexts
            ? [.. texts.Select(text => text.ToString())]
            : throw FilterErrors.Invalid($"A list in the filter has {texts.Count} values. It may have at most {MostTexts}");
    }

    private static StringBuilder Text(FilterToken token, FilterClause clause) => token.Kind switch
    {
        FilterTokenKind.Text => Unescape(token.Text),
        FilterTokenKind.Name when token.Text is ['"', .., '"'] => Unescape(token.Text),
        FilterTokenKind.Number => throw FilterErrors.Invalid(
            "While parsing a list in the query, expected string value, punctuation, or whitespace, "
            + $"but got different type in list: {clause.Operand}"),
        _ => throw FilterErrors.Invalid(
            "While parsing a list in the query, expected a non-empty list of string values, but got ill-formed list."),
    };

    private static StringBuilder Unescape(string quoted)
    {
        var text = new StringBuilder(quoted.Length);
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            var isEscape = quoted[i] == '\\' && i + 1 < quoted.Length - 1;
            if (isEscape && Escaped(quoted[i + 1]) is { } character)
            {
                text.Append(character);
                i++;
            }
            else if (quoted[i] != quoted[0])
            {
                text.Append(quoted[i]);
            }
        }

        return text;
    }

    private static char? Escaped(char letter) => letter switch
    {
        '\\' or '\'' or '"' => letter,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };
}
