namespace Assay.Toxicity;

/// <summary>One word or mark of a window of text. Positions point into the window's folded characters.</summary>
internal struct Token
{
    /// <summary>Where the token's characters begin and how many there are.</summary>
    public int Start, Length;

    /// <summary>The hash of the word, after repair that of the word it stands for.</summary>
    public ulong Word;

    /// <summary>The hash used in word n-grams: identity terms share one, so do group slurs.</summary>
    public ulong Shared;

    /// <summary>The word classes, a bit each, see <see cref="WordClass"/>; the top four bits are languages.</summary>
    public ulong Classes;

    /// <summary>The number of the sentence in its window.</summary>
    public short Sentence;

    public bool Quoted;

    /// <summary>White space stands before the token.</summary>
    public bool Spaced;

    /// <summary>Only letters a–z, so that it may be taken apart or joined.</summary>
    public bool Plain;

    /// <summary>Letters mixed with digits or signs that stand for letters.</summary>
    public bool Mixed;

    /// <summary>The classes come from an entry for all words that begin so.</summary>
    public bool ByPrefix;

    /// <summary>An identity term or its like, whose own letters must not count.</summary>
    public bool Shielded;
}
