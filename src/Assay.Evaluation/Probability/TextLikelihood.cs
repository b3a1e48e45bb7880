namespace Assay.Probability;

/// <summary>
/// How probable a model found a text, and the figures that follow from it. Sums of several texts give those of all together, which are no
/// means: long texts weigh more.
/// </summary>
/// <param name="NegativeLogLikelihood">The sum of minus the natural log probability of each token, in nats; 0 and up.</param>
/// <param name="Tokens">The tokens that have one: all but the first of a text for models without a token that begins it.</param>
/// <param name="Bytes">Their length in UTF-8; null when a token's is not known.</param>
public readonly record struct TextLikelihood(double NegativeLogLikelihood, long Tokens, long? Bytes)
{
    /// <summary>
    /// Perplexity: e to the mean negative log likelihood of a token; 1 and up, lower is more probable. Comparable only between texts read
    /// with one tokenizer. NaN without a token. (Jelinek and others 1977.)
    /// </summary>
    public double Perplexity => Math.Exp(NegativeLogLikelihood / Tokens);

    /// <summary>The same per byte; comparable between tokenizers. Null when bytes are not known, or there are none.</summary>
    public double? BytePerplexity => Bytes is > 0 ? Math.Exp(NegativeLogLikelihood / Bytes.Value) : null;

    /// <summary>Bits that the model needs for a byte of the text: the binary logarithm of <see cref="BytePerplexity"/>; null like that.</summary>
    public double? BitsPerByte => Bytes is > 0 ? NegativeLogLikelihood / Bytes.Value / Math.Log(2) : null;

    /// <summary>The sums over a text's tokens; those without a log probability are left out.</summary>
    public static TextLikelihood Of(IEnumerable<TokenProbability> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var sum = new TextLikelihood(0, 0, 0);
        foreach (var token in tokens)
        {
            if (token.LogProbability is { } logProbability)
            {
                sum = new TextLikelihood(sum.NegativeLogLikelihood - logProbability, sum.Tokens + 1, sum.Bytes + token.Bytes);
            }
        }

        return sum;
    }
}
