namespace Assay.Toxicity.Training.Learning;

/// <summary>The weights as trained, before they are rounded to 8 bits.</summary>
internal sealed record LinearModel(float[] Weights, float[] Biases, float[] Gains)
{
    private const int BucketMask = (1 << FeatureExtractor.BucketBits) - 1;

    public (float Hate, float Any) Score(ReadOnlySpan<int> features)
    {
        Span<int> counts = stackalloc int[FeatureExtractor.Groups];
        Span<float> scales = stackalloc float[FeatureExtractor.Groups];
        Prepare(features, Gains, counts, scales);
        return Sum(Weights, Biases, features, scales);
    }

    /// <summary>The score of a text, its passages considered, as the embedded model gives it.</summary>
    public (float Hate, float Any) Score(Example example)
    {
        var (hate, any) = Score(example.Features);
        if (example.PassageFeatures.Count == 0)
        {
            return (hate, any);
        }

        var passages = example.PassageFeatures.Select(features => Score(features)).ToArray();
        return (Passages.Combine(0, hate, passages.Max(one => one.Hate), passages.Length), Passages.Combine(1, any, passages.Max(one => one.Any), passages.Length));
    }

    /// <summary>The factor of each group in a text.</summary>
    public static void Prepare(ReadOnlySpan<int> features, float[] gains, Span<int> counts, Span<float> scales)
    {
        counts.Clear();
        foreach (var feature in features)
        {
            counts[feature >> FeatureExtractor.BucketBits]++;
        }

        for (var group = 0; group < scales.Length; group++)
        {
            scales[group] = ToxicityWeights.Scale(gains[group], counts[group]);
        }
    }

    public static (float Hate, float Any) Sum(float[] weights, float[] biases, ReadOnlySpan<int> features, ReadOnlySpan<float> scales)
    {
        var (hate, any) = (biases[0], biases[1]);
        foreach (var feature in features)
        {
            var at = (feature & BucketMask) * 2;
            var scale = scales[feature >> FeatureExtractor.BucketBits];
            hate += weights[at] * scale;
            any += weights[at + 1] * scale;
        }

        return (hate, any);
    }

    /// <summary>Rounds to 8 bits, a step per head: the largest weights, one in ten thousand, are cut to the end of the range.</summary>
    public (sbyte[] Quantised, float[] Steps) Quantise()
    {
        var quantised = new sbyte[Weights.Length];
        var steps = new float[ToxicityWeights.Heads];
        for (var head = 0; head < steps.Length; head++)
        {
            var sizes = Weights.Where((weight, index) => index % 2 == head && weight != 0).Select(MathF.Abs).Order().ToArray();
            var largest = sizes.Length == 0 ? 1 : sizes[(int)((sizes.Length - 1) * 0.9999)];
            steps[head] = largest / 127;
            for (var i = head; i < Weights.Length; i += 2)
            {
                quantised[i] = (sbyte)Math.Clamp(MathF.Round(Weights[i] / steps[head]), -127, 127);
            }
        }

        return (quantised, steps);
    }
}
