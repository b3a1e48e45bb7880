namespace Assay.Data;

/// <summary>Every column that some row has, in order of first appearance.</summary>
internal sealed class ColumnUnion
{
    private readonly HashSet<string> _known = [];
    private readonly List<string> _ordered = [];
    private string[]? _last;

    public IReadOnlyList<string> Columns => _ordered;

    public void Add(string[] columns)
    {
        if (ReferenceEquals(columns, _last))
        {
            return;
        }

        _last = columns;
        foreach (var column in columns)
        {
            if (_known.Add(column))
            {
                _ordered.Add(column);
            }
        }
    }
}
