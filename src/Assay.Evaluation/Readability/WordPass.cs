using System.Buffers;

namespace Assay.Readability;

/// <summary>The tallies of one pass over the words of a text.</summary>
internal sealed class WordPass(ReadabilityLanguage language)
{
    private readonly EasyWords _easy = language.EasyWords;
    private readonly SyllableCounter _syllables = language.Counter.Syllables;
    private readonly HashSet<string> _distinct = new(StringComparer.Ordinal);
    private int _characters, _letters, _words, _parts, _pieces, _mono, _poly, _silent, _short, _long, _notEasy, _difficult, _veryDifficult;
    private int? _endOfHundredth;

    public void AddSpace() => _characters++;

    /// <summary>Takes a run without white space, which ends at a place of the text.</summary>
    public void Add(ReadOnlySpan<char> run, int end)
    {
        // İ becomes two code points.
        var rented = run.Length > 128 ? ArrayPool<char>.Shared.Rent(2 * run.Length) : null;
        var word = rented ?? stackalloc char[256];
        var length = CleanWord.Write(run, word);
        var letters = Scan(run);
        if (length > 0) Count(run, word[..length], letters, end);
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
    }

    public WordProfile End() => new()
    {
        AllCharacters = _characters,
        Letters = _letters,
        WordsWithoutContractions = _parts,
        WordsWithoutHyphens = _pieces,
        Monosyllables = _mono,
        Polysyllables = _poly,
        Silent = _silent,
        ShortWords = _short,
        LongWords = _long,
        NotEasy = _notEasy,
        Difficult = _difficult,
        VeryDifficult = _veryDifficult,
        DistinctDifficult = _distinct.Count,
        EndOfHundredth = _endOfHundredth,
    };

    // Letters of the run; what apostrophes and hyphens part of it.
    private int Scan(ReadOnlySpan<char> run)
    {
        var letters = 0;
        bool inPart = false, inPiece = false;
        for (var i = 0; i < run.Length;)
        {
            var codePoint = PythonCharacter.At(run, i, out var units);
            i += units;
            _characters++;
            var kind = codePoint < 0x80 ? PythonCharacter.OfAscii((char)codePoint) : PythonCharacter.OfOther(codePoint);
            if (kind == PythonCharacter.Word)
            {
                letters++;
                _parts += inPart ? 0 : 1;
                _pieces += inPiece ? 0 : 1;
                inPart = inPiece = true;
            }
            else if (kind == PythonCharacter.Apostrophe && PythonCharacter.BeginsContraction(run[i..])) inPart = false;
            else if (codePoint == '-') inPiece = false;
        }

        _letters += letters;
        return letters;
    }

    private void Count(ReadOnlySpan<char> run, ReadOnlySpan<char> word, int letters, int end)
    {
        if (++_words == 100) _endOfHundredth = end;
        _short += letters <= 3 ? 1 : 0;
        _long += letters > 6 ? 1 : 0;
        var syllables = _syllables.CountClean(word);
        _mono += syllables == 1 ? 1 : 0;
        _poly += syllables >= 3 ? 1 : 0;
        _silent += syllables == 0 ? 1 : 0;
        if (_easy.Contains(word)) return;
        _notEasy++;
        if (syllables < 2) return;
        _difficult++;
        _veryDifficult += syllables >= 3 ? 1 : 0;
        _distinct.Add(CleanWord.WithCase(run));
    }
}
