using Assay.Filters;

namespace Assay.Data.Where;

/// <summary>A condition on rows: <c>label = 'positive' and not (length(inputs) > 2000 or source is null)</c>.</summary>
internal sealed class RowFilter
{
    private readonly RowCondition _condition;

    private RowFilter(string text, RowCondition condition) => (Text, _condition) = (text, condition);

    /// <summary>As it was given.</summary>
    public string Text { get; }

    /// <summary>The columns that it names.</summary>
    public IEnumerable<string> Columns => _condition.Columns.Distinct();

    /// <exception cref="BadInputException">It cannot be read; the message says where and why.</exception>
    public static RowFilter Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new RowFilter(text, new RowFilterParser(text, FilterLexer.Read(text)).Parse());
    }

    /// <summary>Whether a row meets it; one that cannot be compared does not.</summary>
    public bool Matches(in RawRow row) => _condition.Test(row) == true;
}
