namespace Assay.Toxicity;

/// <summary>The sum over features of weights, each group damped by its count; a logit before calibration.</summary>
internal static class LinearScore
{
    public static (float Hate, float Any) Of(ToxicityWeights weights, ReadOnlySpan<int> features)
    {
        Span<int> hate = stackalloc int[FeatureExtractor.Groups];
        Span<int> any = stackalloc int[FeatureExtractor.Groups];
        Span<int> count = stackalloc int[FeatureExtractor.Groups];
        var table = weights.Quantised.AsSpan();
        foreach (var feature in features)
        {
            var group = feature >> FeatureExtractor.BucketBits;
            var bucket = (feature & ((1 << FeatureExtractor.BucketBits) - 1)) * ToxicityWeights.Heads;
            hate[group] += table[bucket];
            any[group] += table[bucket + 1];
            count[group]++;
        }

        var (first, second) = (weights.Biases[0], weights.Biases[1]);
        for (var group = 0; group < FeatureExtractor.Groups; group++)
        {
            var scale = ToxicityWeights.Scale(weights.Gains[group], count[group]);
            first += hate[group] * scale * weights.Steps[0];
            second += any[group] * scale * weights.Steps[1];
        }

        return (first, second);
    }
}
