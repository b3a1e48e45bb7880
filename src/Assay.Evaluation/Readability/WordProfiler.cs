namespace Assay.Readability;

/// <summary>Goes through a text word by word for a <see cref="WordProfile"/>. Safe for use by many threads at once.</summary>
internal static class WordProfiler
{
    public static WordProfile Profile(ReadOnlySpan<char> text, ReadabilityLanguage language)
    {
        var pass = new WordPass(language);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && !IsSpaceAt(text, i, out var units)) i += units;
            if (i > start) pass.Add(text[start..i], i);
            while (i < text.Length && IsSpaceAt(text, i, out var units))
            {
                pass.AddSpace();
                i += units;
            }
        }

        return pass.End();
    }

    private static bool IsSpaceAt(ReadOnlySpan<char> text, int index, out int units)
    {
        units = 1;
        return text[index] < 0x80
            ? PythonCharacter.OfAscii(text[index]) == PythonCharacter.Space
            : PythonCharacter.OfOther(PythonCharacter.At(text, index, out units)) == PythonCharacter.Space;
    }
}
