namespace Assay.Toxicity;

/// <summary>
/// Reads a lexicon file: sections <c>[class]</c> or <c>[class class]</c>, below them entries separated by commas; <c>#</c> begins a comment.
/// An entry ending in <c>~</c> stands for its regular forms in that language, one ending in <c>*</c> for all words that begin so.
/// </summary>
internal static class LexiconFile
{
    private static readonly string[][] Endings =
        [["", "s", "ed", "ing"], ["o", "a", "os", "as"], ["", "e", "s", "es"], ["o", "a", "os", "as"]];

    public static IEnumerable<LexiconEntry> Parse(string text, ToxicityLanguage language, string name)
    {
        var classes = 0UL;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Split('#')[0].Trim();
            if (line.StartsWith('['))
            {
                classes = Classes(line, name, number) | ClassSets.Of(language);
                continue;
            }

            foreach (var entry in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var form in Forms(Fold(entry), language))
                {
                    yield return new LexiconEntry(form, classes);
                }
            }
        }
    }

    private static ulong Classes(string section, string name, int line)
    {
        var classes = 0UL;
        foreach (var word in section.Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse<WordClass>(word, ignoreCase: true, out var found))
            {
                throw new InvalidDataException($"{name} line {line}: '{word}' is not a word class.");
            }

            classes |= 1UL << (int)found;
        }

        return classes;
    }

    private static IEnumerable<string> Forms(string entry, ToxicityLanguage language) =>
        entry.EndsWith('~') ? Endings[(int)language].Select(ending => entry[..^1] + ending) : [entry];

    private static string Fold(string entry)
    {
        Span<char> folded = stackalloc char[entry.Length * 2];
        var length = 0;
        for (var i = 0; i < entry.Length;)
        {
            length += TextFolding.Fold(entry, ref i, folded[length..]);
        }

        return folded[..length].ToString();
    }
}
