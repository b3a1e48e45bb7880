namespace Assay.Readability;

/// <summary>
/// Liang's hyphenation patterns (hunspell <c>hyph_*.dic</c>) as Pyphen 0.18.1 applies them: every pattern found in <c>.word.</c> raises the
/// values between its letters, and an odd value is a place to hyphenate.
/// </summary>
/// <remarks>
/// A trie laid out breadth first: the children of a node are neighbours, ordered by letter. Patterns with replacements (<c>/…=…</c>) are
/// not supported; the languages used here have none.
/// </remarks>
public sealed class HyphenationPatterns
{
    /// <summary>The least number of letters before the first and after the last place, as Pyphen has it whatever the file says.</summary>
    public const int Margin = 2;

    private readonly char[] _letters;
    private readonly int[] _firstChild;
    private readonly byte[]?[] _values;

    private HyphenationPatterns(char[] letters, int[] firstChild, byte[]?[] values) =>
        (_letters, _firstChild, _values) = (letters, firstChild, values);

    /// <summary>
    /// Reads patterns, one a line; blank lines, comments and settings are passed over, and so is the line with the encoding's name.
    /// </summary>
    public static HyphenationPatterns Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var patterns = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var line in text.AsSpan().EnumerateLines())
            if (HyphenationPattern.TryParse(line.Trim(), out var letters, out var values))
                patterns[letters] = values;
        return Build([.. patterns]);
    }

    /// <summary>How many places a word can be hyphenated at, at least <see cref="Margin"/> letters from both ends.</summary>
    /// <param name="word">A word in lower case, one element a code point; a code point above U+FFFF is written as U+FFFF.</param>
    public int CountPositions(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 * Margin) return 0;
        var length = word.Length + 2;
        var values = length <= 512 ? stackalloc byte[length + 1] : new byte[length + 1];
        values.Clear();
        for (var start = 0; start < length; start++) Raise(word, start, values);

        var count = 0;
        for (var i = Margin; i <= word.Length - Margin; i++) count += values[i + 1] & 1;
        return count;
    }

    private void Raise(ReadOnlySpan<char> word, int start, Span<byte> values)
    {
        var node = 0;
        for (var i = start; i < word.Length + 2; i++)
        {
            node = Child(node, i == 0 || i == word.Length + 1 ? '.' : word[i - 1]);
            if (node < 0) return;
            if (_values[node] is not { } pattern) continue;
            var place = values.Slice(start, pattern.Length);
            for (var k = 0; k < pattern.Length; k++) place[k] = Math.Max(place[k], pattern[k]);
        }
    }

    private int Child(int node, char letter)
    {
        int first = _firstChild[node], end = _firstChild[node + 1];
        if (end - first > 8)
        {
            var found = _letters.AsSpan(first, end - first).BinarySearch(letter);
            return found < 0 ? -1 : first + found;
        }

        for (var i = first; i < end; i++)
            if (_letters[i] == letter) return i;
        return -1;
    }

    // Each node is a range of the sorted patterns that share its prefix.
    private static HyphenationPatterns Build(KeyValuePair<string, byte[]>[] patterns)
    {
        var letters = new List<char> { '\0' };
        var values = new List<byte[]?> { null };
        var firstChild = new List<int>();
        var ranges = new List<(int From, int To, int Depth)> { (0, patterns.Length, 0) };
        for (var node = 0; node < ranges.Count; node++)
        {
            var (from, to, depth) = ranges[node];
            if (from < to && patterns[from].Key.Length == depth) values[node] = patterns[from++].Value;
            firstChild.Add(ranges.Count);
            while (from < to)
            {
                var letter = patterns[from].Key[depth];
                var end = from;
                while (end < to && patterns[end].Key[depth] == letter) end++;
                letters.Add(letter);
                values.Add(null);
                ranges.Add((from, end, depth + 1));
                from = end;
            }
        }

        firstChild.Add(ranges.Count);
        return new HyphenationPatterns([.. letters], [.. firstChild], [.. values]);
    }
}
