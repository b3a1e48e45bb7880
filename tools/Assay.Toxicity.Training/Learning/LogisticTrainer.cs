namespace Assay.Toxicity.Training.Learning;

/// <summary>
/// Logistic regression of both heads by AdaGrad (Duchi, Hazan, Singer 2011) with L2 regularisation, one example at a time in an order fixed by a seed:
/// the same examples give the same weights, whatever else the machine does.
/// </summary>
internal sealed class LogisticTrainer(TrainingOptions options)
{
    private const int BucketMask = (1 << FeatureExtractor.BucketBits) - 1;
    private const int Size = ToxicityWeights.Heads << FeatureExtractor.BucketBits;

    private readonly float[] weights = new float[Size];
    private readonly float[] squares = new float[Size];
    private readonly float[] biases = new float[2];
    private readonly float[] biasSquares = new float[2];
    private readonly float[] scales = new float[FeatureExtractor.Groups];
    private readonly int[] counts = new int[FeatureExtractor.Groups];

    public LinearModel Train(IReadOnlyList<Example> examples)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new SeededRandom(options.Seed);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            var rate = options.Rate * (1 - (float)epoch / options.Epochs * 0.7f);
            foreach (var index in order)
            {
                Step(examples[index], rate);
            }
        }

        return new LinearModel(weights, biases, options.Gains);
    }

    private void Step(Example example, float rate)
    {
        LinearModel.Prepare(example.Features, options.Gains, counts, scales);
        var (hate, any) = LinearModel.Sum(weights, biases, example.Features, scales);
        var origin = example.Origin;
        var first = Error(hate, origin.Hate, origin.HateWeight);
        var second = Error(any, origin.Any, origin.AnyWeight);
        foreach (var feature in example.Features)
        {
            var scale = scales[feature >> FeatureExtractor.BucketBits];
            var at = (feature & BucketMask) * 2;
            if (origin.HateWeight > 0)
            {
                Update(ref weights[at], ref squares[at], first * scale, rate);
            }

            if (origin.AnyWeight > 0)
            {
                Update(ref weights[at + 1], ref squares[at + 1], second * scale, rate);
            }
        }

        Update(ref biases[0], ref biasSquares[0], first, rate);
        Update(ref biases[1], ref biasSquares[1], second, rate);
    }

    private static float Error(float score, bool label, float weight) => (1 / (1 + MathF.Exp(-score)) - (label ? 1 : 0)) * weight;

    private void Update(ref float weight, ref float square, float gradient, float rate)
    {
        gradient += options.L2 * weight;
        square += gradient * gradient;
        weight -= rate * gradient / (MathF.Sqrt(square) + 0.1f);
    }
}
