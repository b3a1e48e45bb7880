using System.Globalization;
using Assay.Filters;

namespace Assay.Data.Where;

/// <summary>Reads a row filter: or binds least, then and, then not; comparisons are in <see cref="RowComparisons"/>.</summary>
internal sealed class RowFilterParser(string source, IReadOnlyList<FilterToken> tokens)
{
    private const int DeepestNesting = 100;

    private int _at;
    private int _depth;

    public RowCondition Parse()
    {
        if (tokens.Count == 0)
        {
            throw new BadInputException("--where: the condition is empty; write one like \"label = 'positive' and length(inputs) > 10\"");
        }

        var condition = Or();
        return _at == tokens.Count ? condition : throw Error("\"and\" or \"or\" is expected");
    }

    private RowCondition Or()
    {
        var left = And();
        while (Take("or"))
        {
            left = new OrCondition(left, And());
        }

        return left;
    }

    private RowCondition And()
    {
        var left = Not();
        while (Take("and"))
        {
            left = new AndCondition(left, Not());
        }

        return left;
    }

    private RowCondition Not()
    {
        if (++_depth > DeepestNesting)
        {
            throw Error("it is nested too deeply");
        }

        var condition = Take("not") ? new NotCondition(Not()) : Single();
        _depth--;
        return condition;
    }

    private RowCondition Single()
    {
        if (!TakeKind(FilterTokenKind.Open, out _))
        {
            return Comparison(Operand());
        }

        var condition = Or();
        return TakeKind(FilterTokenKind.Close, out _) ? condition : throw Error("\")\" is expected");
    }

    private RowOperand Operand()
    {
        if (!TakeKind(FilterTokenKind.Name, out var name) || RowFilterWords.IsWord(name))
        {
            _at -= name.Text is null ? 0 : 1;
            throw Error("a column is expected");
        }

        if (!name.Is("length") || !TakeKind(FilterTokenKind.Open, out _))
        {
            return new RowOperand(RowFilterWords.Unquoted(name.Text), IsLength: false);
        }

        var column = TakeKind(FilterTokenKind.Name, out var inner) ? RowFilterWords.Unquoted(inner.Text) : throw Error("a column is expected");
        return TakeKind(FilterTokenKind.Close, out _) ? new RowOperand(column, IsLength: true) : throw Error("\")\" is expected");
    }

    private ValueCondition Comparison(RowOperand operand)
    {
        if (Take("is"))
        {
            var wanted = !Take("not");
            return Take("null") ? new ValueCondition(operand, value => value.IsNull == wanted) : throw Error("\"null\" is expected");
        }

        if (TakeKind(FilterTokenKind.Sign, out var sign))
        {
            var compare = RowComparisons.Of(sign.Text);
            if (compare is null)
            {
                _at--;
                throw Error("there are =, !=, <, <=, > and >=");
            }

            var literal = Literal();
            return new ValueCondition(operand, value => literal.Compare(value) is { } order ? compare(order) : null);
        }

        var negated = Take("not");
        var test = Take("in") ? RowComparisons.In(List())
            : Take("contains") ? RowComparisons.Contains(Literal().Text)
            : Take("like") ? RowComparisons.Like(Literal().Text, ignoreCase: false)
            : Take("ilike") ? RowComparisons.Like(Literal().Text, ignoreCase: true)
            : throw Error("a comparison is expected (=, !=, <, <=, >, >=, in, like, ilike, contains, is null)");
        return new ValueCondition(operand, negated ? value => !test(value) : test);
    }

    private List<RowLiteral> List()
    {
        if (!TakeKind(FilterTokenKind.Open, out _))
        {
            throw Error("a list is expected, such as ('a', 'b')");
        }

        var literals = new List<RowLiteral>();
        do
        {
            literals.Add(Literal());
        }
        while (TakeKind(FilterTokenKind.Comma, out _));
        return TakeKind(FilterTokenKind.Close, out _) ? literals : throw Error("a comma or \")\" is expected");
    }

    private RowLiteral Literal()
    {
        var token = _at < tokens.Count ? tokens[_at] : default;
        _at++;
        switch (token.Kind)
        {
            case FilterTokenKind.Text when token.Text is not null:
            case FilterTokenKind.Name when token.Text is ['"', ..]:
                return new RowLiteral(RowFilterWords.Unquoted(token.Text));
            case FilterTokenKind.Number:
                return new RowLiteral(token.Text, double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture));
            case FilterTokenKind.Name when bool.TryParse(token.Text, out var truth):
                return new RowLiteral(token.Text, Truth: truth);
            default:
                _at--;
                throw Error("a value is expected: a number, or a text in single quotes");
        }
    }

    private bool Take(string word)
    {
        if (_at == tokens.Count || !tokens[_at].Is(word))
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool TakeKind(FilterTokenKind kind, out FilterToken token)
    {
        token = _at < tokens.Count ? tokens[_at] : default;
        if (_at == tokens.Count || token.Kind != kind)
        {
            token = default;
            return false;
        }

        _at++;
        return true;
    }

    private BadInputException Error(string what) => _at < tokens.Count
        ? new BadInputException(string.Create(CultureInfo.InvariantCulture, $"--where \"{source}\", character {tokens[_at].Start + 1}: {what}, not {tokens[_at].Text}"))
        : new BadInputException($"--where \"{source}\": at its end {what}");
}
