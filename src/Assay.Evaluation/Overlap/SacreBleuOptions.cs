namespace Assay.Overlap;

/// <summary>How sacrebleu 2.6.0 may compute BLEU; its defaults, but for <see cref="EffectiveOrder"/>.</summary>
public sealed record SacreBleuOptions
{
    /// <summary>How texts become tokens: <c>13a</c>, <c>intl</c>, <c>char</c>, <c>zh</c> or <c>none</c>.</summary>
    public string Tokenize { get; init; } = "13a";

    /// <summary>What stands for a precision of 0.</summary>
    public BleuSmoothing Smoothing { get; init; } = BleuSmoothing.Exp;

    /// <summary>The number that <see cref="BleuSmoothing.Floor"/> and <see cref="BleuSmoothing.AddK"/> take; null for theirs.</summary>
    public double? SmoothValue { get; init; }

    /// <summary>Whether texts are compared in lower case.</summary>
    public bool Lowercase { get; init; }

    /// <summary>
    /// Whether orders that a short text has no n-grams of are left out. Null for the reference's defaults: yes for a sentence, no for a corpus.
    /// </summary>
    public bool? EffectiveOrder { get; init; }

    /// <summary>The longest n-grams that are counted, 1 to 16.</summary>
    public int MaxOrder { get; init; } = 4;
}
