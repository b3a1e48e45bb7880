namespace Assay.Overlap;

/// <summary>How sacrebleu 2.6.0 may compute TER; its defaults.</summary>
public sealed record TerOptions
{
    /// <summary>Whether punctuation is parted from words and entities are read.</summary>
    public bool Normalized { get; init; }

    /// <summary>Whether punctuation is left out.</summary>
    public bool NoPunctuation { get; init; }

    /// <summary>Whether the other two know Chinese and Japanese characters.</summary>
    public bool AsianSupport { get; init; }

    /// <summary>Whether case counts.</summary>
    public bool CaseSensitive { get; init; }
}
