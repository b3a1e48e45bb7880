using Assay.Results;
using Assay.Scoring;

namespace Assay.Comparisons;

/// <summary>The scores of a run in memory: a key a row, eight bytes a score.</summary>
internal sealed class RunScores(string id, string name)
{
    private readonly Dictionary<UInt128, int> _places = [];
    private readonly List<UInt128> _keys = [];
    private readonly List<UInt128> _groups = [];
    private readonly List<string> _ids = [];

    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Of an evaluation that ended; null for files and runs that did not.</summary>
    public EvaluationSummary? Summary { get; init; }

    public string? DataDigest { get; init; }

    public IReadOnlyList<Tracking.Param> Settings { get; init; } = [];

    public List<ScoreColumn> Columns { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>A key for each row, in the order of the data.</summary>
    public IReadOnlyList<UInt128> Keys => _keys;

    /// <summary>The row's place, which is made when it is new.</summary>
    public int Place(UInt128 key)
    {
        if (!_places.TryGetValue(key, out var place))
        {
            _places.Add(key, place = _keys.Count);
            _keys.Add(key);
        }

        return place;
    }

    /// <summary>The place of a row whose id is kept, as there is no store to ask for it again.</summary>
    public int Place(UInt128 key, string id)
    {
        var place = Place(key);
        if (place == _ids.Count) _ids.Add(id);
        return place;
    }

    /// <summary>The row's id, where it was kept; else empty.</summary>
    public string IdOf(int place) => place < _ids.Count ? _ids[place] : "";

    /// <summary>Where the row is; −1 when the run does not have it.</summary>
    public int Find(UInt128 key) => _places.TryGetValue(key, out var place) ? place : -1;

    /// <summary>Says to which group a row belongs.</summary>
    public void SetGroup(int place, UInt128 group)
    {
        while (_groups.Count <= place) _groups.Add(default);
        _groups[place] = group;
    }

    /// <summary>The row's group; null when rows have none.</summary>
    public UInt128? Group(int place) => place < _groups.Count ? _groups[place] : null;

    public ScoreColumn Column(string scorer, Func<ScorerDescription> describe)
    {
        var found = Columns.Find(column => column.Scorer.Name == scorer);
        if (found is null) Columns.Add(found = new ScoreColumn(describe()));
        return found;
    }
}
