using System.Buffers;
using Assay.Readability;
using Assay.Scoring;

namespace Assay.Overlap;

/// <summary>
/// A text as SQuAD's scripts normalise it: lower case, without ASCII punctuation, without the articles a, an and the, its words between single
/// spaces. The words are ranges of the normalised text.
/// </summary>
internal sealed class SquadText
{
    private readonly string _text;
    private readonly Range[] _words;

    private SquadText(string text, Range[] words) => (_text, _words) = (text, words);

    /// <summary>The normalised text.</summary>
    public string Text => _text;

    /// <summary>How many words it has.</summary>
    public int Count => _words.Length;

    public ReadOnlySpan<char> this[int word] => _text.AsSpan(_words[word]);

    public static SquadText Of(string text)
    {
        var lower = PythonLowerCase.Of(text);
        // An article becomes a space, which may cut what holds together: at most twice as long.
        var buffer = ArrayPool<char>.Shared.Rent((2 * lower.Length) + 1);
        var length = 0;
        foreach (var c in lower)
            if (!IsPunctuation(c)) buffer[length++] = c;
        var normal = WithoutArticles(buffer.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(buffer);
        return normal;
    }

    // Articles stand alone between characters that are no letters, digits or marks of Python's \w; words are what white space parts.
    private static SquadText WithoutArticles(Span<char> text)
    {
        var words = new List<Range>(text.Length / 5);
        int written = 0, wordStart = 0;
        for (var i = 0; i < text.Length;)
        {
            var kind = KindAt(text, i, out var units);
            if (kind == PythonCharacter.Word)
            {
                var end = i + units;
                while (end < text.Length && KindAt(text, end, out units) == PythonCharacter.Word) end += units;
                if (text[i..end] is "a" or "an" or "the")
                {
                    EndWord(text, ref written, ref wordStart, words);
                }
                else
                {
                    text[i..end].CopyTo(text[written..]);
                    written += end - i;
                }

                i = end;
                continue;
            }

            if (kind == PythonCharacter.Space) EndWord(text, ref written, ref wordStart, words);
            else for (var unit = 0; unit < units; unit++) text[written++] = text[i + unit];
            i += units;
        }

        EndWord(text, ref written, ref wordStart, words);
        return new SquadText(text[..Math.Max(0, written - 1)].ToString(), [.. words]);
    }

    // What is written is never longer than what was read: a space stands for a space or an article.
    private static void EndWord(Span<char> text, ref int written, ref int wordStart, List<Range> words)
    {
        if (written == wordStart) return;
        words.Add(wordStart..written);
        if (written < text.Length) text[written] = ' ';
        written++;
        wordStart = written;
    }

    private static byte KindAt(ReadOnlySpan<char> text, int index, out int units)
    {
        if (text[index] >= 0x80) return PythonCharacter.OfOther(PythonCharacter.At(text, index, out units));
        units = 1;
        return PythonCharacter.OfAscii(text[index]);
    }

    private static bool IsPunctuation(char c) => c is > ' ' and < '\x7F' && !char.IsAsciiLetterOrDigit(c);
}
