using System.Runtime.CompilerServices;

namespace Assay.Overlap;

/// <summary>Gathers letters into words, words into lines.</summary>
internal ref struct RougeReader(RougeVocabulary vocabulary, Span<char> word)
{
    private readonly Span<char> _word = word;
    private readonly List<int> _lineEnds = [];
    private int[] _numbers = new int[64];
    private int _count;
    private int _length;

    /// <summary>Whether a word is begun.</summary>
    public readonly bool InWord => _length > 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(char letter) => _word[_length++] = letter;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndWord()
    {
        if (_length > 0) Close();
    }

    public void EndLine()
    {
        EndWord();
        if (_count > (_lineEnds.Count == 0 ? 0 : _lineEnds[^1])) _lineEnds.Add(_count);
    }

    public RougeTokens End()
    {
        EndLine();
        return new RougeTokens(_numbers.AsSpan(0, _count).ToArray(), [.. _lineEnds]);
    }

    private void Close()
    {
        if (_count == _numbers.Length) Array.Resize(ref _numbers, 2 * _count);
        _numbers[_count++] = vocabulary.NumberOf(_word[.._length]);
        _length = 0;
    }
}
