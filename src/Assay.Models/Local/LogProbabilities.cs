namespace Assay.Models.Local;

/// <summary>From unnormalised likelihoods to log probabilities.</summary>
internal static class LogProbabilities
{
    /// <summary>The natural logarithm of the probability that softmax gives to one token; summed in double.</summary>
    public static double Of(ReadOnlySpan<float> logits, int token)
    {
        var max = float.NegativeInfinity;
        foreach (var logit in logits) max = MathF.Max(max, logit);
        double sum = 0;
        foreach (var logit in logits) sum += Math.Exp(logit - max);
        return Math.Min(0, logits[token] - max - Math.Log(sum));
    }
}
