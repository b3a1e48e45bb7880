using System.Text;

namespace Assay.Readability;

/// <summary>
/// A run of text as textstat's word list has it: every apostrophe dropped that begins no contraction, then everything but letters, digits,
/// underscore and the apostrophes left; then lower case.
/// </summary>
internal static class CleanWord
{
    /// <summary>Stands for a code point above U+FFFF, which no pattern holds: lengths are code points.</summary>
    private const char Astral = '\uFFFF';

    /// <summary>Writes the clean word and returns its length in code points. The destination holds twice the run's length.</summary>
    public static int Write(ReadOnlySpan<char> run, Span<char> destination)
    {
        var length = 0;
        for (var i = 0; i < run.Length;)
        {
            var codePoint = PythonCharacter.At(run, i, out var units);
            i += units;
            if (!IsKept(codePoint, run[i..])) continue;
            if (codePoint == 0x130)
            {
                destination[length++] = 'i';
                destination[length++] = '\u0307';
                continue;
            }

            var lower = PythonCharacter.ToLower(codePoint);
            destination[length++] = lower > char.MaxValue ? Astral : (char)lower;
        }

        return length;
    }

    /// <summary>The same as a text, with its capitals.</summary>
    public static string WithCase(ReadOnlySpan<char> run)
    {
        var kept = new StringBuilder(run.Length);
        for (int i = 0, start = 0; i < run.Length; start = i)
        {
            var codePoint = PythonCharacter.At(run, i, out var units);
            i += units;
            if (IsKept(codePoint, run[i..])) kept.Append(run[start..i]);
        }

        return kept.ToString();
    }

    private static bool IsKept(int codePoint, ReadOnlySpan<char> after) =>
        codePoint >= 0x80 ? PythonCharacter.OfOther(codePoint) == PythonCharacter.Word
        : PythonCharacter.OfAscii((char)codePoint) switch
        {
            PythonCharacter.Word => true,
            PythonCharacter.Apostrophe => PythonCharacter.BeginsContraction(after),
            _ => false,
        };
}
