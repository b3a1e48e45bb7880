namespace Assay.Overlap;

/// <summary>How sacrebleu 2.6.0 may compute chrF; its defaults.</summary>
public sealed record ChrfOptions
{
    /// <summary>chrF.</summary>
    public static ChrfOptions Default { get; } = new();

    /// <summary>chrF++: word n-grams of 1 and 2 beside those of characters.</summary>
    public static ChrfOptions PlusPlus { get; } = new() { WordOrder = 2 };

    /// <summary>The longest n-grams of characters, 0 to 16.</summary>
    public int CharacterOrder { get; init; } = 6;

    /// <summary>The longest n-grams of words, 0 to 16: 0 is chrF, 2 is chrF++.</summary>
    public int WordOrder { get; init; }

    /// <summary>How many times as much recall weighs as precision.</summary>
    public int Beta { get; init; } = 2;

    /// <summary>Whether texts are compared in lower case.</summary>
    public bool Lowercase { get; init; }

    /// <summary>Whether white space counts as characters.</summary>
    public bool WhiteSpace { get; init; }

    /// <summary>Whether an order without n-grams counts as nearly 0 (as chrF++.py, NLTK and Moses have it) rather than not at all.</summary>
    public bool EpsSmoothing { get; init; }
}
