using System.Runtime.CompilerServices;

namespace Assay.Readability;

/// <summary>The state of one pass over a text; lives on the stack of <see cref="TextCounter"/>.</summary>
internal ref struct TextPass
{
    /// <summary>Room for every word of the dictionary and the 16 bytes that a look-up reads.</summary>
    public const int WordBuffer = 64;

    private const int LongestFastWord = WordBuffer - 16;

    private readonly SyllableCounter _syllables;
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<byte> _word;
    private int _characters, _tokens, _words, _syllableCount, _sentences;

    // The run without white space that is being read.
    private int _runStart = -1;
    private int _wordLength;
    private bool _wordIsForeign;

    // The sentence that is being read.
    private bool _inSentence, _atTerminators, _runHasLetter;
    private int _sentenceWords;

    public TextPass(SyllableCounter syllables, ReadOnlySpan<char> text, Span<byte> word)
    {
        _syllables = syllables;
        _text = text;
        _word = word;
    }

    /// <summary>An ASCII letter, digit or underscore.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddLetter(char c, int index)
    {
        if (_wordLength < LongestFastWord) _word[_wordLength] = (byte)(c - 'A' <= (uint)('Z' - 'A') ? c | 0x20 : c);
        _wordLength++;
        BeginLetter(index);
    }

    /// <summary>A letter or digit outside ASCII: the word is cleaned and looked up the long way.</summary>
    public void AddForeignLetter(int index, int units)
    {
        _wordLength += units;
        _wordIsForeign = true;
        BeginLetter(index);
    }

    /// <summary>White space, punctuation or an apostrophe.</summary>
    public void AddMark(byte kind, int index, int units)
    {
        if (kind == PythonCharacter.Space)
        {
            if (_atTerminators) EndSentence();
            EndRun(index);
            return;
        }

        _characters++;
        if (_runStart < 0) _runStart = index;
        if (kind == PythonCharacter.Terminator)
        {
            _atTerminators = _inSentence;
            return;
        }

        if (_atTerminators) EndSentence();
        if (kind == PythonCharacter.Apostrophe && PythonCharacter.BeginsContraction(_text[(index + units)..]))
        {
            if (_wordLength < LongestFastWord) _word[_wordLength] = (byte)'\'';
            _wordLength++;
        }
    }

    /// <summary>Closes what is open and gives the counts.</summary>
    public TextCounts End()
    {
        EndRun(_text.Length);
        if (_inSentence) EndSentence();
        return new TextCounts(_characters, _tokens, _words, _syllableCount, _text.IsEmpty ? 0 : Math.Max(1, _sentences));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BeginLetter(int index)
    {
        _characters++;
        if (_runStart < 0) _runStart = index;
        if (_atTerminators) EndSentence();
        _inSentence = true;
        _runHasLetter = true;
    }

    private void EndRun(int end)
    {
        if (_runStart < 0) return;
        _tokens++;
        if (_wordLength > 0)
        {
            _words++;
            _syllableCount += CountSyllables(end);
            _wordLength = 0;
            _wordIsForeign = false;
        }

        if (_runHasLetter) _sentenceWords++;
        _runHasLetter = false;
        _runStart = -1;
    }

    private readonly int CountSyllables(int end)
    {
        if (!_wordIsForeign && _wordLength <= LongestFastWord)
        {
            var known = _syllables.Find(_word, _wordLength);
            if (known >= 0) return known;
        }

        return _syllables.Count(_text[_runStart..end]);
    }

    private void EndSentence()
    {
        if (_runHasLetter) _sentenceWords++;
        if (_sentenceWords > 2) _sentences++;
        _sentenceWords = 0;
        _inSentence = _atTerminators = _runHasLetter = false;
    }
}
