namespace Assay.Data.Schema;

/// <summary>Learns the columns of a data set from its rows, in order of first appearance.</summary>
internal sealed class SchemaBuilder
{
    private readonly Dictionary<string, ColumnStatistics> _byName = [];
    private readonly List<ColumnStatistics> _ordered = [];
    private string[]? _lastColumns;
    private ColumnStatistics[] _last = [];

    public IReadOnlyList<string> Columns => [.. _ordered.Select(column => column.Name)];

    public void Add(string[] columns, FieldValue[] values)
    {
        if (!ReferenceEquals(columns, _lastColumns))
        {
            (_lastColumns, _last) = (columns, Array.ConvertAll(columns, Find));
        }

        for (var i = 0; i < values.Length; i++)
        {
            _last[i].Add(values[i]);
        }
    }

    public IReadOnlyList<ColumnProfile> Build(long rows) => [.. _ordered.Select(column => column.Build(rows))];

    private ColumnStatistics Find(string name)
    {
        if (!_byName.TryGetValue(name, out var column))
        {
            _byName[name] = column = new ColumnStatistics(name);
            _ordered.Add(column);
        }

        return column;
    }
}
