using Assay.Scoring;

namespace Assay.Probability;

/// <summary>The perplexity of all texts together: e to the mean over all their tokens, and the same per byte.</summary>
internal sealed class LikelihoodCorpus(IReadOnlyList<object> parts) : ICorpus
{
    private readonly TextLikelihood[] _texts = [.. parts.Cast<TextLikelihood>()];

    public IReadOnlyList<double?> Compute(ReadOnlySpan<int> rows)
    {
        var (sum, tokens, bytes) = (0.0, 0L, (long?)0);
        foreach (var row in rows)
        {
            ref readonly var text = ref _texts[row];
            sum += text.NegativeLogLikelihood;
            tokens += text.Tokens;
            bytes += text.Bytes;
        }

        var all = new TextLikelihood(sum, tokens, bytes);
        return [all.Perplexity, all.BytePerplexity, all.BitsPerByte];
    }
}
