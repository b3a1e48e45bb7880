namespace Assay.Readability;

/// <summary>
/// Counts, in one pass and without allocating, all that the readability formulas need of a text. Safe for use by many threads at once.
/// </summary>
/// <remarks>
/// Semantics of textstat 0.7.11 on Python 3.11. Sentences are <c>\b[^.!?]+[.!?]*</c> with more than two words: one begins at a letter or
/// digit and ends after the run of terminators that follows. A word that a terminator cuts ("3.14") is one word of the text and part of two
/// sentences.
/// </remarks>
public sealed class TextCounter
{
    private readonly SyllableCounter _syllables;

    /// <summary>A counter with the syllables of a language.</summary>
    public TextCounter(SyllableCounter syllables)
    {
        ArgumentNullException.ThrowIfNull(syllables);
        _syllables = syllables;
    }

    /// <summary>The counter of American English.</summary>
    public static TextCounter English { get; } = new(SyllableCounter.English);

    internal SyllableCounter Syllables => _syllables;

    /// <summary>Counts a text. Never throws: lone surrogates count as characters that are neither letter nor space.</summary>
    public TextCounts Count(ReadOnlySpan<char> text)
    {
        var pass = new TextPass(_syllables, text, stackalloc byte[TextPass.WordBuffer]);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c < 0x80)
            {
                var kind = PythonCharacter.OfAscii(c);
                if (kind == PythonCharacter.Word) pass.AddLetter(c, i);
                else pass.AddMark(kind, i, 1);
                i++;
            }
            else
            {
                var codePoint = PythonCharacter.At(text, i, out var units);
                var kind = PythonCharacter.OfOther(codePoint);
                if (kind == PythonCharacter.Word) pass.AddForeignLetter(i, units);
                else pass.AddMark(kind, i, units);
                i += units;
            }
        }

        return pass.End();
    }
}
