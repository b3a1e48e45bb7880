namespace Assay.Filters;

/// <summary>Makes comparisons of a filter's tokens. They are joined by <c>AND</c>; there is no other connection.</summary>
internal sealed class FilterParser
{
    private static readonly string[] Words = ["AND", "OR", "NOT", "IN", "IS", "LIKE", "ILIKE", "NULL", "BETWEEN"];
    private readonly string _source;
    private readonly List<FilterToken> _tokens;
    private readonly List<FilterPlace> _invalid = [];
    private readonly int _lastClose;
    private Action<FilterPlace> _refused = _ => { };
    private int _at;

    private FilterParser(string source)
    {
        _source = source;
        _tokens = FilterLexer.Read(source);
        _lastClose = _tokens.FindLastIndex(token => token.Kind == FilterTokenKind.Close);
    }

    /// <summary>The comparisons, in order. Refuses, by name, all that is none.</summary>
    public static IReadOnlyList<FilterClause> Parse(string source, EntityFields entity) => Parse(source, entity, _ => { });

    /// <summary>The same; before it refuses, it says where the first thing is that is no comparison.</summary>
    public static IReadOnlyList<FilterClause> Parse(string source, EntityFields entity, Action<FilterPlace> refused)
    {
        var parser = new FilterParser(source) { _refused = refused };
        var clauses = parser.Clauses();
        if (parser._invalid.Count == 0)
        {
            return clauses;
        }

        refused(parser._invalid[0]);
        var separator = parser._tokens.FindIndex(token => token.Text == ";");
        throw separator >= 0 && separator < parser._tokens.Count - 1
            ? FilterErrors.Invalid($"Search filter contained multiple expression '{source}'. Provide AND-ed expression list.")
            : FilterErrors.InvalidClauses(parser._invalid.Select(place => place.In(source)), entity);
    }

    private List<FilterClause> Clauses()
    {
        var clauses = new List<FilterClause>();
        var expected = true;
        while (_at < _tokens.Count)
        {
            var start = _at;
            if (_tokens[_at].Is("AND"))
            {
                _at++;
                expected = true;
            }
            else if (Clause() is not { } clause)
            {
                _invalid.Add(Stray());
                expected = true;
            }
            else if (expected)
            {
                clauses.Add(clause);
                expected = false;
            }
            else
            {
                _invalid.Add(Place(start, _at));
            }
        }

        return clauses;
    }

    private FilterClause? Clause()
    {
        var comparator = Comparator(_at + 1, out var right);
        if (comparator is null || IsWord(_at))
        {
            return null;
        }

        var end = comparator switch
        {
            "IN" or "NOT IN" => ListEnd(right),
            "IS NULL" or "IS NOT NULL" => right,
            _ => IsValue(right) ? right + 1 : 0,
        };
        if (end == 0)
        {
            return null;
        }

        var field = _tokens[_at];
        if (field.Kind != FilterTokenKind.Name)
        {
            _refused(Place(_at, _at + 1));
            throw field.Kind is FilterTokenKind.Text or FilterTokenKind.Number
                ? FilterErrors.Invalid($"Invalid comparison clause. Expected 'Identifier' found '{field.Text}'")
                : FilterErrors.Invalid($"Invalid comparison clause. Expected a field, found '{field.Text}'");
        }

        var inside = comparator is "IN" or "NOT IN" ? _tokens[(right + 1)..(end - 1)] : _tokens[right..end];
        _at = end;
        return new(field.Text, comparator, inside, end > right ? Place(right, end).In(_source) : "") { Start = field.Start, End = _tokens[end - 1].End };
    }

    /// <summary>The comparator at a token, and the token behind it; null when none is there.</summary>
    private string? Comparator(int at, out int next)
    {
        next = at + 1;
        if (at >= _tokens.Count)
        {
            return null;
        }

        if (_tokens[at].Kind == FilterTokenKind.Sign)
        {
            return _tokens[at].Text;
        }

        foreach (var words in (ReadOnlySpan<string[]>)[["LIKE"], ["ILIKE"], ["IN"], ["NOT", "IN"], ["IS", "NULL"], ["IS", "NOT", "NULL"]])
        {
            if (at + words.Length <= _tokens.Count && words.Select((word, i) => _tokens[at + i].Is(word)).All(found => found))
            {
                next = at + words.Length;
                return string.Join(' ', words);
            }
        }

        return null;
    }

    private bool IsValue(int at) => at < _tokens.Count
        && _tokens[at].Kind is FilterTokenKind.Name or FilterTokenKind.Text or FilterTokenKind.Number
        && (!IsWord(at) || _tokens[at].Is("NULL"));

    /// <summary>Behind the parenthesis that closes the list at a token; 0 when there is no list.</summary>
    private int ListEnd(int at)
    {
        if (at >= _tokens.Count || at > _lastClose || _tokens[at].Kind != FilterTokenKind.Open)
        {
            return 0;
        }

        return _tokens.FindIndex(at, token => token.Kind == FilterTokenKind.Close) + 1;
    }

    /// <summary>What belongs to no comparison; two words side by side are named together.</summary>
    private FilterPlace Stray()
    {
        var start = _at++;
        if (IsPlainName(start) && _at < _tokens.Count && IsPlainName(_at))
        {
            _at++;
        }

        return Place(start, _at);
    }

    private bool IsPlainName(int at) => _tokens[at].Kind == FilterTokenKind.Name && !IsWord(at);

    private bool IsWord(int at) => Array.Exists(Words, _tokens[at].Is);

    private FilterPlace Place(int from, int to) => new(_tokens[from].Start, _tokens[to - 1].End);
}
