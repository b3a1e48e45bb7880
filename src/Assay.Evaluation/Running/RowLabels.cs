using Assay.Statistics;

namespace Assay.Running;

/// <summary>The groups that rows belong to, by the text that they share. Written by the reader of the data, read when it is done.</summary>
internal sealed class RowLabels
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<int> _labels = [];

    public bool IsEmpty => _labels.Count == 0;

    /// <summary>Rows come in their order. One without a label is on its own.</summary>
    public void Add(long row, string? label)
    {
        while (_labels.Count <= row)
        {
            _labels.Add(-1 - _labels.Count);
        }

        if (label is not null)
        {
            if (!_numbers.TryGetValue(label, out var number))
            {
                _numbers.Add(label, number = _numbers.Count);
            }

            _labels[(int)row] = number;
        }
    }

    /// <summary>The groups of some of the rows.</summary>
    public RowGroups Of(IReadOnlyList<int> rows) => new([.. rows.Select(row => row < _labels.Count ? _labels[row] : -1 - row)]);
}
