using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Assay.Readability;

/// <summary>
/// Words and their syllables in memory, found without allocating: words up to 8 and up to 16 bytes are themselves the keys of two
/// open-addressing tables, so that the common word costs one multiplication and one comparison. Words are lower-case ASCII.
/// </summary>
internal sealed class SyllableDictionary
{
    private readonly (ulong Key, byte Syllables)[] _short;
    private readonly (ulong Low, ulong High, byte Syllables)[] _middle;
    private readonly Dictionary<string, byte> _long = [];
    private readonly Dictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> _longBySpan;

    private SyllableDictionary(int words)
    {
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)words * 3 / 2 + 8);
        _short = new (ulong, byte)[slots];
        _middle = new (ulong, ulong, byte)[slots];
        _longBySpan = _long.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The longest word held; longer ones need not be asked for.</summary>
    public int LongestWord { get; private set; }

    /// <summary>
    /// Reads the packed form: word count (int32), then per word the bytes shared with the word before, the number of further bytes,
    /// these bytes, the syllables.
    /// </summary>
    public static SyllableDictionary Unpack(ReadOnlySpan<byte> packed)
    {
        var dictionary = new SyllableDictionary(BinaryPrimitives.ReadInt32LittleEndian(packed));
        Span<byte> word = stackalloc byte[256 + 16];
        for (var at = 4; at < packed.Length;)
        {
            int shared = packed[at], further = packed[at + 1], length = shared + further;
            packed.Slice(at + 2, further).CopyTo(word[shared..]);
            dictionary.Add(word, length, packed[at + 2 + further]);
            at += further + 3;
        }

        return dictionary;
    }

    /// <summary>The syllables of a word, or -1 when it is not held.</summary>
    /// <param name="word">A buffer of at least 16 bytes that begins with the word.</param>
    /// <param name="length">The word's length.</param>
    public int Find(ReadOnlySpan<byte> word, int length)
    {
        if (length <= 8)
        {
            var key = Low(word, length);
            for (var i = Slot(key); ; i++)
            {
                ref readonly var slot = ref _short[i & (_short.Length - 1)];
                if (slot.Key == key) return slot.Syllables;
                if (slot.Key == 0) return -1;
            }
        }

        return length <= 16 ? FindMiddle(word, length) : FindLong(word[..length]);
    }

    private int FindMiddle(ReadOnlySpan<byte> word, int length)
    {
        ulong low = Low(word, 8), high = Low(word[8..], length - 8);
        for (var i = Slot(low ^ BitOperations.RotateLeft(high, 29)); ; i++)
        {
            ref readonly var slot = ref _middle[i & (_middle.Length - 1)];
            if (slot.Low == low && slot.High == high) return slot.Syllables;
            if (slot.Low == 0) return -1;
        }
    }

    private int FindLong(ReadOnlySpan<byte> word)
    {
        if (word.Length > LongestWord) return -1;
        Span<char> wide = stackalloc char[word.Length];
        Encoding.ASCII.GetChars(word, wide);
        return _longBySpan.TryGetValue(wide, out var syllables) ? syllables : -1;
    }

    private void Add(ReadOnlySpan<byte> word, int length, byte syllables)
    {
        LongestWord = Math.Max(LongestWord, length);
        ulong low = Low(word, Math.Min(length, 8)), high = length > 8 ? Low(word[8..], Math.Min(length - 8, 8)) : 0;
        if (length <= 8)
        {
            var i = Slot(low);
            while (_short[i & (_short.Length - 1)].Key != 0) i++;
            _short[i & (_short.Length - 1)] = (low, syllables);
        }
        else if (length <= 16)
        {
            var i = Slot(low ^ BitOperations.RotateLeft(high, 29));
            while (_middle[i & (_middle.Length - 1)].Low != 0) i++;
            _middle[i & (_middle.Length - 1)] = (low, high, syllables);
        }
        else
        {
            _long[Encoding.ASCII.GetString(word[..length])] = syllables;
        }
    }

    private static ulong Low(ReadOnlySpan<byte> word, int length)
    {
        var bytes = MemoryMarshal.Read<ulong>(word);
        return length >= 8 ? bytes : bytes & ((1UL << (8 * length)) - 1);
    }

    // Fibonacci hashing; 24 bits are enough for any table here, and the caller masks them.
    private static int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> 40);
}
