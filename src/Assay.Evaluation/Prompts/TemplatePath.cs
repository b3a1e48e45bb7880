using System.Buffers;

namespace Assay.Prompts;

/// <summary>
/// Reads the paths of a template: <c>inputs</c>, <c>[my column]</c>, <c>question.text</c>, <c>../inputs</c>, <c>@root.inputs</c>.
/// </summary>
internal static class TemplatePath
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" \t\r\n!\"#%&'()*+,./;<=>@[\\]^`{|}~");

    private static readonly HashSet<string> Words = ["else", "this", "true", "false", "null", "undefined", "if", "unless", "each", "with", "lookup"];

    /// <summary>The column of an expression that is nothing but a column; null when it is more.</summary>
    public static string? PlainColumn(string expression)
    {
        if (expression.StartsWith('&'))
        {
            expression = expression[1..].Trim();
        }

        if (expression is ['[', .. var inside, ']'] && inside.Length > 0 && !inside.Contains(']', StringComparison.Ordinal))
        {
            return inside;
        }

        return expression.AsSpan().ContainsAny(NotInNames) || Words.Contains(expression) ? null : expression;
    }

    /// <summary>
    /// The column that a path begins with, when it is looked up so many objects deep in the row; null when it names none.
    /// </summary>
    public static string? Column(string path, int depth)
    {
        if (path.StartsWith("@root", StringComparison.Ordinal))
        {
            return FirstSegment(path.AsSpan(5).TrimStart("./"));
        }

        while (path.StartsWith("../", StringComparison.Ordinal))
        {
            (path, depth) = (path[3..], depth - 1);
        }

        if (depth != 0 || path is [] or ".." or "." or "this" || path[0] is '@' or '"' or '\'' or '-' || char.IsAsciiDigit(path[0]))
        {
            return null;
        }

        var rest = path.AsSpan();
        rest = rest.StartsWith("this.") || rest.StartsWith("this/") ? rest[5..] : rest.StartsWith("./") ? rest[2..] : rest;
        return FirstSegment(rest) is { } first && first is not ("true" or "false" or "null" or "undefined") ? first : null;
    }

    private static string? FirstSegment(ReadOnlySpan<char> path)
    {
        if (path.StartsWith("["))
        {
            var close = path.IndexOf(']');
            return close > 1 ? path[1..close].ToString() : null;
        }

        var end = path.IndexOfAny('.', '/');
        path = end < 0 ? path : path[..end];
        return path.IsEmpty ? null : path.ToString();
    }
}
