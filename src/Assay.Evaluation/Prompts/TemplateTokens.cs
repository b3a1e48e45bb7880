namespace Assay.Prompts;

/// <summary>
/// Splits the inside of a tag: names, paths, texts in quotes, parentheses; the key of <c>key=value</c> and <c>as |item|</c> are dropped.
/// </summary>
internal static class TemplateTokens
{
    public static List<string> Split(string content)
    {
        var tokens = new List<string>();
        var at = 0;
        while (at < content.Length)
        {
            var one = content[at];
            if (char.IsWhiteSpace(one))
            {
                at++;
            }
            else if (one is '(' or ')')
            {
                tokens.Add(one.ToString());
                at++;
            }
            else if (one is '"' or '\'' or '|')
            {
                var close = content.IndexOf(one, at + 1);
                var end = close < 0 ? content.Length : close + 1;
                tokens.Add(content[at..end]);
                at = end;
            }
            else
            {
                at = TakeWord(content, at, tokens);
            }
        }

        return tokens is [.., "as", ['|', ..]] ? tokens[..^2] : tokens;
    }

    private static int TakeWord(string content, int at, List<string> tokens)
    {
        var start = at;
        while (at < content.Length && !char.IsWhiteSpace(content[at]) && content[at] is not ('(' or ')'))
        {
            if (content[at] == '=')
            {
                return at + 1;
            }

            at = content[at] == '[' && content.IndexOf(']', at) is var close and > 0 ? close + 1 : at + 1;
        }

        tokens.Add(content[start..at]);
        return at;
    }
}
