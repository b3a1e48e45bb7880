namespace Assay.Statistics;

/// <summary>Which places belong together and are drawn together; each place has one group, and groups are numbered from 0 without gaps.</summary>
internal sealed class RowGroups
{
    private readonly int[] _groups;
    private readonly int[] _starts;
    private readonly int[] _members;

    /// <param name="labels">Each place's group, by any numbers; equal numbers are one group.</param>
    public RowGroups(IReadOnlyList<int> labels)
    {
        var numbers = new Dictionary<int, int>();
        _groups = new int[labels.Count];
        for (var i = 0; i < _groups.Length; i++)
        {
            if (!numbers.TryGetValue(labels[i], out var number))
            {
                numbers.Add(labels[i], number = numbers.Count);
            }

            _groups[i] = number;
        }

        Count = numbers.Count;
        _starts = new int[Count + 1];
        foreach (var group in _groups)
        {
            _starts[group + 1]++;
        }

        for (var group = 0; group < Count; group++)
        {
            _starts[group + 1] += _starts[group];
        }

        var next = _starts.AsSpan(0, Count).ToArray();
        _members = new int[_groups.Length];
        for (var i = 0; i < _groups.Length; i++)
        {
            _members[next[_groups[i]]++] = i;
        }
    }

    /// <summary>How many groups there are.</summary>
    public int Count { get; }

    /// <summary>How many places there are.</summary>
    public int Places => _groups.Length;

    /// <summary>The group of a place.</summary>
    public int this[int place] => _groups[place];

    /// <summary>The places of a group, in order.</summary>
    public ReadOnlySpan<int> Members(int group) => _members.AsSpan(_starts[group].._starts[group + 1]);

    /// <summary>Every place is a group of its own.</summary>
    public static RowGroups None(int places) => new([.. Enumerable.Range(0, places)]);
}
