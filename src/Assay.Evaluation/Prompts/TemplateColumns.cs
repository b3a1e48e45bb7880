namespace Assay.Prompts;

/// <summary>
/// Finds the columns that a template names. Inside <c>each</c>, <c>with</c> and sections names belong to the items, not to the row, and are
/// not checked; <c>../</c> and <c>@root</c> lead back.
/// </summary>
internal sealed class TemplateColumns(TemplateScanner scanner)
{
    private static readonly string[] Helpers = ["if", "unless", "each", "with", "lookup"];

    private readonly List<ColumnReference> _found = [];
    private readonly Stack<bool> _blocks = new();
    private int _depth;

    /// <summary>
    /// The columns in order of appearance. Throws <see cref="BadInputException"/> for helpers and partials, of which there are none but the
    /// built-in.
    /// </summary>
    public IReadOnlyList<ColumnReference> Find(IEnumerable<TemplatePiece> pieces)
    {
        foreach (var piece in pieces.Where(piece => piece.Kind == TemplatePieceKind.Tag))
        {
            Visit(piece);
        }

        return _found;
    }

    private void Visit(TemplatePiece tag)
    {
        var content = tag.Content;
        switch (content[0])
        {
            case '>':
            case '#' when content.Length > 1 && content[1] is '>' or '*':
                throw scanner.Bad(tag.Start, "there are no partial templates here; write their text in its place");
            case '/':
                Leave();
                break;
            case '#' or '^' when content.Length > 1:
                var tokens = TemplateTokens.Split(content[1..]);
                VisitExpression(tokens, tag, opensBlock: true);
                Enter(tokens.Count > 0 && tokens[0] is not ("if" or "unless"));
                break;
            case '^':
                ToElse();
                break;
            default:
                VisitInline(TemplateTokens.Split(content.TrimStart('&')), tag);
                break;
        }
    }

    private void VisitInline(List<string> tokens, TemplatePiece tag)
    {
        if (tokens is ["else", .. var condition])
        {
            ToElse();
            if (condition.Count > 0)
            {
                VisitExpression(condition, tag, opensBlock: true);
            }
        }
        else
        {
            VisitExpression(tokens, tag, opensBlock: false);
        }
    }

    /// <summary>A path alone, or a helper and what it is given. Parentheses hold expressions of their own.</summary>
    private void VisitExpression(List<string> tokens, TemplatePiece tag, bool opensBlock)
    {
        var isHead = true;
        var isCall = tokens.Count > 1 || opensBlock && tokens.Count > 0 && Array.IndexOf(Helpers, tokens[0]) >= 0;
        foreach (var token in tokens)
        {
            if (token is "(" or ")")
            {
                (isHead, isCall) = (token == "(", true);
                continue;
            }

            if (isHead && isCall)
            {
                RequireHelper(token, tag);
            }
            else if (TemplatePath.Column(token, _depth) is { } column)
            {
                _found.Add(new ColumnReference(column, token));
            }

            isHead = false;
        }
    }

    private void RequireHelper(string name, TemplatePiece tag)
    {
        if (Array.IndexOf(Helpers, name) < 0)
        {
            throw scanner.Bad(
                tag.Start,
                $"\"{name}\" is no helper; there are {string.Join(", ", Helpers)}, and a column whose name has spaces is written {{{{[{tag.Content.TrimStart('#', '^')}]}}}}");
        }
    }

    private void Enter(bool entersItem)
    {
        _blocks.Push(entersItem);
        _depth += entersItem ? 1 : 0;
    }

    private void Leave() => _depth -= _blocks.TryPop(out var wasItem) && wasItem ? 1 : 0;

    /// <summary>What follows <c>else</c> is about the row again, or whatever is around the block.</summary>
    private void ToElse()
    {
        if (_blocks.Count > 0)
        {
            Leave();
            Enter(entersItem: false);
        }
    }
}
