using System.Text;

namespace Assay.Scoring;

/// <summary>
/// How specifications are taken apart: a value in double quotes, right after its <c>=</c>, may hold any character (<c>\"</c> and <c>\\</c>
/// stand for a quote and a backslash, every other backslash for itself, as regular expressions need them); a value in parentheses holds
/// specifications of its own.
/// </summary>
internal static class ScorerGrammar
{
    /// <summary>The parts between separators that stand neither in quotes nor in parentheses.</summary>
    /// <exception cref="BadInputException">A quote or a parenthesis is not closed.</exception>
    public static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        int start = 0, depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var beginsValue = i > start && text[i - 1] == '=';
            if (c == '"' && beginsValue) i = EndOfQuote(text, i);
            else if (c == '(' && (depth > 0 || beginsValue)) depth++;
            else if (c == ')' && depth > 0) depth--;
            else if (c == separator && depth == 0)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        if (depth > 0) throw new BadInputException($"--scorer {text}: a parenthesis is not closed; an example: all:of=(json_valid+length:max=200)");
        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>The value that is meant: what stands in quotes without them, anything else as it is.</summary>
    public static string Unquote(string value)
    {
        if (value is not ['"', ..]) return value;
        var end = EndOfQuote(value, 0);
        if (end != value.Length - 1)
        {
            throw new BadInputException($"--scorer {value}: '{value[(end + 1)..]}' follows the closing quote; put a comma between, or \\\" for a quote inside");
        }

        var plain = new StringBuilder(value.Length);
        for (var i = 1; i < end; i++)
        {
            if (value[i] == '\\' && value[i + 1] is '"' or '\\') i++;
            plain.Append(value[i]);
        }

        return plain.ToString();
    }

    private static int EndOfQuote(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') return i;
        }

        throw new BadInputException($"--scorer {text}: a quote is not closed; write param=\"value\", and \\\" for a quote inside");
    }
}
