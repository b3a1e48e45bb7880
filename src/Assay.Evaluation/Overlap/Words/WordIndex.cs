using System.Numerics;

namespace Assay.Overlap.Words;

/// <summary>Numbers words in the order of their coming, so that later steps compare numbers. Its memory is used again after <see cref="Clear"/>.</summary>
internal sealed class WordIndex
{
    private readonly TextBuffer _text = new();
    private int[] _places = new int[256];
    private Entry[] _entries = new Entry[128];
    private int _count;

    public int Capacity => _places.Length + _text.Capacity;

    public void Clear()
    {
        foreach (var entry in _entries.AsSpan(0, _count)) _places[entry.Place] = 0;
        _text.Clear();
        _count = 0;
    }

    /// <summary>The number of a word, the same for the same word.</summary>
    public int Of(ReadOnlySpan<char> word)
    {
        var hash = string.GetHashCode(word);
        var mask = _places.Length - 1;
        var place = hash & mask;
        for (; _places[place] != 0; place = (place + 1) & mask)
        {
            ref var entry = ref _entries[_places[place] - 1];
            if (entry.Hash == hash && entry.Length == word.Length && _text.Written.Slice(entry.Start, entry.Length).SequenceEqual(word))
            {
                return _places[place] - 1;
            }
        }

        if (_count == _entries.Length)
        {
            Grow();
            return Of(word);
        }

        _entries[_count] = new Entry(hash, place, _text.Length, word.Length);
        _text.Add(word);
        _places[place] = ++_count;
        return _count - 1;
    }

    /// <summary>Adds the number of each word of a text, words being what white space parts.</summary>
    public void Split(ReadOnlySpan<char> text, List<int> into)
    {
        while (PythonSpace.TakeWord(ref text, out var word)) into.Add(Of(word));
    }

    // The places are twice as many as the entries, so that there is always an empty one near.
    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _places = new int[BitOperations.RoundUpToPowerOf2((uint)_entries.Length) * 2];
        var mask = _places.Length - 1;
        for (var i = 0; i < _count; i++)
        {
            var place = _entries[i].Hash & mask;
            while (_places[place] != 0) place = (place + 1) & mask;
            _places[place] = i + 1;
            _entries[i] = _entries[i] with { Place = place };
        }
    }

    private readonly record struct Entry(int Hash, int Place, int Start, int Length);
}
