namespace Assay.Data;

/// <summary>
/// Finds the values that come more than once among many, in eight bytes a value: it keeps hashes and sorts them at the end. A hash that two
/// different values share is found too; whoever uses the answer compares the values themselves.
/// </summary>
internal sealed class RepeatFinder
{
    private readonly List<ulong> _hashes = [];

    public void Add(ulong hash) => _hashes.Add(hash);

    /// <summary>The hashes that came more than once. Ends the collecting.</summary>
    public HashSet<ulong> TakeRepeated()
    {
        _hashes.Sort();
        var repeated = new HashSet<ulong>();
        for (var i = 1; i < _hashes.Count; i++)
        {
            if (_hashes[i] == _hashes[i - 1])
            {
                repeated.Add(_hashes[i]);
            }
        }

        _hashes.Clear();
        _hashes.Capacity = 0;
        return repeated;
    }
}
