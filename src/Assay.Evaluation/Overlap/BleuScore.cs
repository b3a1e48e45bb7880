namespace Assay.Overlap;

/// <summary>A BLEU score and what it was made of.</summary>
public sealed record BleuScore
{
    /// <summary>The score: 0 to 100 by sacrebleu, 0 to 1 by Hugging Face; higher is better.</summary>
    public required double Score { get; init; }

    /// <summary>Matching n-grams by order, from 1; with add-k smoothing what it adds is in them.</summary>
    public required IReadOnlyList<double> Counts { get; init; }

    /// <summary>N-grams of the hypotheses by order.</summary>
    public required IReadOnlyList<double> Totals { get; init; }

    /// <summary>The precisions by order, smoothed, on the scale of the score.</summary>
    public required IReadOnlyList<double> Precisions { get; init; }

    /// <summary>The brevity penalty: 1, or less where the hypotheses are shorter than the references.</summary>
    public required double BrevityPenalty { get; init; }

    /// <summary>Tokens of the hypotheses.</summary>
    public required long HypothesisLength { get; init; }

    /// <summary>Tokens of the references, of several the one that the metric chooses.</summary>
    public required long ReferenceLength { get; init; }
}
