using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Assay.Tokens;

/// <summary>
/// An encoding's tokens and their ranks, looked up by bytes. One open-addressing table; a slot holds a token's length, rank and first eight
/// bytes, so that most look-ups touch one cache line, and longer tokens are compared in the tokens' own bytes.
/// </summary>
internal sealed class TokenRanks
{
    /// <summary>No token; greater than every rank.</summary>
    public const int None = int.MaxValue;

    private readonly ArraySegment<byte> _bytes;
    private readonly int[] _offsets;
    private readonly (ulong Head, int Length, int Rank)[] _slots;
    private readonly int _shift;
    private readonly int[] _pairs = new int[65536];
    private readonly int[] _singles = new int[256];

    /// <summary>
    /// Reads the packed form: token count (int32), the length of each token in rank order (a byte each), the tokens' bytes.
    /// </summary>
    public TokenRanks(ArraySegment<byte> packed)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(packed);
        var lengths = packed.Slice(4, count).AsSpan();
        _bytes = packed[(4 + count)..];
        _offsets = new int[count];
        var bits = BitOperations.Log2((uint)count) + 2;
        _slots = new (ulong, int, int)[1 << bits];
        _shift = 64 - bits;
        _pairs.AsSpan().Fill(None);
        _singles.AsSpan().Fill(None);
        for (int rank = 0, offset = 0; rank < count; offset += lengths[rank++])
        {
            _offsets[rank] = offset;
            Add(_bytes.AsSpan(offset, lengths[rank]), rank);
        }
    }

    /// <summary>The length of the longest token.</summary>
    public int LongestToken { get; private set; }

    /// <summary>The number of bytes of the token of a rank.</summary>
    public int Length(int rank) => (rank + 1 < _offsets.Length ? _offsets[rank + 1] : _bytes.Count) - _offsets[rank];

    /// <summary>The rank of the token with these bytes, or <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<byte> token)
    {
        if (token.Length <= 2)
            return token.Length == 2 ? _pairs[token[0] << 8 | token[1]] : token.Length == 1 ? _singles[token[0]] : None;
        if (token.Length > LongestToken) return None;
        var head = Head(token);
        for (var i = Slot(token, head); ; i++)
        {
            ref readonly var slot = ref _slots[i & (_slots.Length - 1)];
            if (slot.Head == head && slot.Length == token.Length && (token.Length <= 8 || TailEquals(token, slot.Rank))) return slot.Rank;
            if (slot.Length == 0) return None;
        }
    }

    private void Add(ReadOnlySpan<byte> token, int rank)
    {
        LongestToken = Math.Max(LongestToken, token.Length);
        if (token.Length == 1)
        {
            _singles[token[0]] = rank;
        }
        else if (token.Length == 2)
        {
            _pairs[token[0] << 8 | token[1]] = rank;
        }
        else
        {
            var head = Head(token);
            var i = Slot(token, head);
            while (_slots[i & (_slots.Length - 1)].Length != 0) i++;
            _slots[i & (_slots.Length - 1)] = (head, token.Length, rank);
        }
    }

    private bool TailEquals(ReadOnlySpan<byte> token, int rank) =>
        token[8..].SequenceEqual(_bytes.AsSpan(_offsets[rank] + 8, token.Length - 8));

    private static ulong Head(ReadOnlySpan<byte> token)
    {
        if (token.Length >= 8) return MemoryMarshal.Read<ulong>(token);
        if (token.Length >= 4)
            return MemoryMarshal.Read<uint>(token) | (ulong)MemoryMarshal.Read<uint>(token[^4..]) << (8 * token.Length - 32);
        return token[0] | (ulong)token[1] << 8 | (ulong)token[2] << 16;
    }

    // The head, eight bytes at a time of what lies between, and the last eight bytes, which overlap.
    private int Slot(ReadOnlySpan<byte> token, ulong head)
    {
        const ulong Golden = 0x9E3779B97F4A7C15;
        var hash = (head ^ (ulong)token.Length) * Golden;
        if (token.Length > 8)
        {
            for (var rest = token[8..]; rest.Length > 8; rest = rest[8..])
                hash = (BitOperations.RotateLeft(hash, 23) ^ MemoryMarshal.Read<ulong>(rest)) * Golden;
            hash = (BitOperations.RotateLeft(hash, 23) ^ MemoryMarshal.Read<ulong>(token[^8..])) * Golden;
        }

        return (int)(hash >> _shift);
    }
}
