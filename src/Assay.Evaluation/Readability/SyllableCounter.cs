using System.Buffers;
using System.Text;

namespace Assay.Readability;

/// <summary>
/// Syllables of a word as textstat 0.7.11 counts them: from the pronouncing dictionary where the language has one and the word is in it,
/// else the places to hyphenate plus one. Safe for use by many threads at once.
/// </summary>
public sealed class SyllableCounter
{
    private static readonly Lazy<SyllableCounter> LazyEnglish = new(() => new SyllableCounter(
        SyllableDictionary.Unpack(EmbeddedData.Read("syllables-en.bin")),
        new Lazy<HyphenationPatterns>(() => HyphenationPatterns.Parse(Encoding.UTF8.GetString(EmbeddedData.Read("hyphenation-en_US.bin"))))));

    private readonly SyllableDictionary? _dictionary;
    private readonly Lazy<HyphenationPatterns> _patterns;

    private SyllableCounter(SyllableDictionary? dictionary, Lazy<HyphenationPatterns> patterns) =>
        (_dictionary, _patterns) = (dictionary, patterns);

    /// <summary>A counter that only hyphenates, as for every language but English.</summary>
    public SyllableCounter(HyphenationPatterns patterns) : this(null, new Lazy<HyphenationPatterns>(patterns)) =>
        ArgumentNullException.ThrowIfNull(patterns);

    /// <summary>
    /// American English: CMU Pronouncing Dictionary 0.7a (first pronunciation), then the <c>en_US</c> patterns. Loaded on first use.
    /// </summary>
    public static SyllableCounter English => LazyEnglish.Value;

    /// <summary>The syllables of a run of text without white space; 0 when it holds no letter and no digit.</summary>
    /// <param name="run">The text as it stands: punctuation and apostrophes are dropped here, letters lowered.</param>
    public int Count(ReadOnlySpan<char> run)
    {
        // İ becomes two code points.
        var longest = run.Length * 2;
        char[]? rented = null;
        var word = longest <= 256 ? stackalloc char[256] : rented = ArrayPool<char>.Shared.Rent(longest);
        try
        {
            var length = CleanWord.Write(run, word);
            return length == 0 ? 0 : CountClean(word[..length]);
        }
        finally
        {
            if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>The dictionary's syllables of a word that is already clean ASCII, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> padded, int length) => _dictionary is null ? -1 : _dictionary.Find(padded, length);

    /// <summary>The syllables of a word that is clean already (<see cref="CleanWord"/>).</summary>
    internal int CountClean(ReadOnlySpan<char> word)
    {
        var known = FindWord(word);
        return known >= 0 ? known : _patterns.Value.CountPositions(word) + 1;
    }

    private int FindWord(ReadOnlySpan<char> word)
    {
        if (_dictionary is null || word.Length > _dictionary.LongestWord || !Ascii.IsValid(word)) return -1;
        Span<byte> bytes = stackalloc byte[word.Length + 16];
        Encoding.ASCII.GetBytes(word, bytes);
        return _dictionary.Find(bytes, word.Length);
    }
}
