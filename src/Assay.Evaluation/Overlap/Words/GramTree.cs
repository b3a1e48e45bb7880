using System.Numerics;
using System.Runtime.CompilerServices;

namespace Assay.Overlap.Words;

/// <summary>
/// The n-grams of one text, as a tree by token, and how often those of other texts meet them: each n-gram is a node below its first
/// n−1 tokens, so that one step counts it whatever its length. Linear in the text times the order; its memory is used again.
/// </summary>
internal sealed class GramTree
{
    private Node[] _nodes = new Node[1024];
    private int[] _places = new int[2048];
    private int _count;
    private int _shift;

    public int Capacity => _nodes.Length;

    /// <summary>Counts the n-grams of a text up to an order, in place of those of the text before.</summary>
    public void Count(ReadOnlySpan<int> tokens, int order)
    {
        Begin(checked(tokens.Length * order));
        for (var i = 0; i < tokens.Length; i++)
        {
            var node = 0;
            for (var j = i; j < tokens.Length && j < i + order; j++)
            {
                node = FindOrAdd(node, tokens[j]);
                _nodes[node].Count++;
            }
        }
    }

    /// <summary>
    /// Adds to <paramref name="matches"/> (one place an order) the n-grams of a reference that meet one of the text's not met so far: over several
    /// references an n-gram counts as often as in the one that has it most, and at most as often as in the text.
    /// </summary>
    public void Match(ReadOnlySpan<int> reference, Span<double> matches)
    {
        foreach (ref var node in _nodes.AsSpan(0, _count)) node.Seen = 0;
        for (var i = 0; i < reference.Length; i++)
        {
            var at = 0;
            for (var n = 0; n < matches.Length && i + n < reference.Length; n++)
            {
                at = Find(at, reference[i + n]);
                if (at == 0)
                {
                    break;
                }

                ref var node = ref _nodes[at];
                if (++node.Seen > node.Most)
                {
                    node.Most = node.Seen;
                    matches[n] += node.Seen <= node.Count ? 1 : 0;
                }
            }
        }
    }

    /// <summary>Forgets the references met so far, not the text.</summary>
    public void Forget()
    {
        foreach (ref var node in _nodes.AsSpan(0, _count)) node.Most = 0;
    }

    private void Begin(int nodes)
    {
        var places = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, checked(2 * (nodes + 1))));
        if (_places.Length < places)
        {
            _places = new int[places];
            _nodes = new Node[places / 2];
        }

        _shift = 64 - BitOperations.Log2((uint)places);
        Array.Clear(_places, 0, places);
        _count = 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(int parent, int token) => _places[Place(Key(parent, token))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindOrAdd(int parent, int token)
    {
        var key = Key(parent, token);
        ref var node = ref _places[Place(key)];
        if (node == 0)
        {
            _nodes[_count] = new Node { Key = key };
            node = _count++;
        }

        return node;
    }

    private static ulong Key(int parent, int token) => (ulong)(uint)parent << 32 | (uint)token;

    // Where a key is, or where it would be.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(ulong key)
    {
        var place = (int)(key * 0x9E3779B97F4A7C15UL >> _shift);
        var mask = (int)(ulong.MaxValue >> _shift);
        while (_places[place] is not 0 and var node && _nodes[node].Key != key) place = (place + 1) & mask;
        return place;
    }

    private struct Node
    {
        public ulong Key;
        public int Count;
        public int Seen;
        public int Most;
    }
}
