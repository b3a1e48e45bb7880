using Assay.Overlap;

namespace Assay.Scoring.Scorers;

/// <summary>One of ROUGE's measures.</summary>
/// <param name="Name">Its name in the reference.</param>
/// <param name="What">What it compares, in a few words.</param>
/// <param name="Of">Makes it of two texts.</param>
internal sealed record RougeMeasure(string Name, string What, Func<RougePair, RougeScore> Of)
{
    public static IReadOnlyList<RougeMeasure> All { get; } =
    [
        new("rouge1", "words", pair => pair.Ngrams(1)),
        new("rouge2", "pairs of neighbouring words", pair => pair.Ngrams(2)),
        new("rouge3", "runs of three words", pair => pair.Ngrams(3)),
        new("rouge4", "runs of four words", pair => pair.Ngrams(4)),
        new("rougeL", "the longest common subsequence of words", pair => pair.Subsequence()),
        new("rougeLsum", "the longest common subsequences line by line", pair => pair.Summary()),
    ];
}
