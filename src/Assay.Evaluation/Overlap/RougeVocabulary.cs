namespace Assay.Overlap;

/// <summary>Numbers for tokens, from 0 up: equal tokens, or tokens of an equal stem, have one number.</summary>
internal sealed class RougeVocabulary
{
    private const int LargestKept = 1 << 14;
    private const int LongestUnstemmed = 3;

    [ThreadStatic]
    private static RougeVocabulary? _kept;

    private readonly Dictionary<string, int> _tokens = new(512, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _tokenOf;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _stemOf;
    private bool _stem;

    private RougeVocabulary() =>
        (_tokenOf, _stemOf) = (_tokens.GetAlternateLookup<ReadOnlySpan<char>>(), _stems.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>How many numbers are given.</summary>
    public int Count { get; private set; }

    /// <summary>An empty vocabulary of this thread, to be given back.</summary>
    public static RougeVocabulary Take(bool stem)
    {
        var taken = _kept ?? new RougeVocabulary();
        _kept = null;
        taken._stem = stem;
        return taken;
    }

    public static void GiveBack(RougeVocabulary vocabulary)
    {
        if (vocabulary._tokens.Count > LargestKept) return;
        vocabulary._tokens.Clear();
        vocabulary._stems.Clear();
        vocabulary.Count = 0;
        _kept = vocabulary;
    }

    /// <summary>The number of a token in lower case.</summary>
    public int NumberOf(ReadOnlySpan<char> token)
    {
        if (_tokenOf.TryGetValue(token, out var number)) return number;
        number = _stem && token.Length > LongestUnstemmed && System.Text.Ascii.IsValid(token) ? NumberOfStem(token) : NumberOfStemmed(token);
        _tokenOf[token] = number;
        return number;
    }

    private int NumberOfStem(ReadOnlySpan<char> token)
    {
        var letters = token.Length <= 128 ? stackalloc char[token.Length] : new char[token.Length];
        token.CopyTo(letters);
        return NumberOfStemmed(letters[..PorterStemmer.Stem(letters)]);
    }

    // Without a stemmer every token is new here.
    private int NumberOfStemmed(ReadOnlySpan<char> stem)
    {
        if (!_stem) return Count++;
        if (_stemOf.TryGetValue(stem, out var number)) return number;
        _stemOf[stem] = Count;
        return Count++;
    }
}
