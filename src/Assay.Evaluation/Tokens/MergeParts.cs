namespace Assay.Tokens;

/// <summary>
/// The parts of a long piece as a doubly linked list over byte positions, and its pairs in a heap by rank, then position. A pair that has
/// changed since it was put into the heap is known by its rank and passed over.
/// </summary>
internal readonly ref struct MergeParts
{
    private readonly TokenRanks _ranks;
    private readonly ReadOnlySpan<byte> _piece;
    private readonly Span<int> _next;
    private readonly Span<int> _previous;
    private readonly Span<int> _pairRank;
    private readonly PriorityQueue<int, ulong> _pairs;

    public MergeParts(TokenRanks ranks, ReadOnlySpan<byte> piece, Span<int> links)
    {
        _ranks = ranks;
        _piece = piece;
        var places = piece.Length + 1;
        _next = links[..places];
        _previous = links.Slice(places, places);
        _pairRank = links.Slice(2 * places, places);
        var pairs = new List<(int, ulong)>(piece.Length);
        for (var i = 0; i < places; i++)
        {
            _next[i] = i + 1;
            _previous[i] = i - 1;
            _pairRank[i] = i + 2 <= piece.Length ? ranks.Find(piece.Slice(i, 2)) : TokenRanks.None;
            if (_pairRank[i] != TokenRanks.None) pairs.Add((i, Order(_pairRank[i], i)));
        }

        _pairs = new PriorityQueue<int, ulong>(pairs);
    }

    /// <summary>Where the part that begins at a position ends.</summary>
    public int Next(int at) => _next[at];

    public void MergeAll()
    {
        while (_pairs.TryDequeue(out var at, out var order))
        {
            if (order != Order(_pairRank[at], at)) continue;
            var absorbed = _next[at];
            _pairRank[absorbed] = TokenRanks.None;
            _next[at] = _next[absorbed];
            _previous[_next[at]] = at;
            Rank(at);
            if (_previous[at] >= 0) Rank(_previous[at]);
        }
    }

    private void Rank(int at)
    {
        var second = _next[at];
        var rank = second < _piece.Length ? _ranks.Find(_piece[at.._next[second]]) : TokenRanks.None;
        _pairRank[at] = rank;
        if (rank != TokenRanks.None) _pairs.Enqueue(at, Order(rank, at));
    }

    private static ulong Order(int rank, int at) => (ulong)(uint)rank << 32 | (uint)at;
}
