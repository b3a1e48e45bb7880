namespace Assay.Storage.Sql;

/// <summary>
/// Something that belongs to the entity of that key. A class, because generic code over value types is compiled anew at every start.
/// </summary>
internal sealed record Owned<T>(long Owner, T Value)
    where T : class;

/// <summary>Things by their owners, each owner's in the order in which they were read.</summary>
internal sealed class ByOwner<T>
    where T : class
{
    private readonly Dictionary<long, List<T>> _lists = [];

    public ByOwner(List<Owned<T>> all)
    {
        foreach (var one in all)
        {
            if (!_lists.TryGetValue(one.Owner, out var list))
            {
                _lists.Add(one.Owner, list = []);
            }

            list.Add(one.Value);
        }
    }

    /// <summary>What belongs to an owner; empty when nothing does.</summary>
    public IReadOnlyList<T> this[long owner] => _lists.TryGetValue(owner, out var list) ? list : [];
}
