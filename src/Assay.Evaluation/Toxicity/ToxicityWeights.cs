namespace Assay.Toxicity;

/// <summary>Everything that training finds: what the model file holds.</summary>
internal sealed record ToxicityWeights
{
    /// <summary>Two heads: hate first, any second.</summary>
    public const int Heads = 2;

    /// <summary>A feature of a group of n counts as <c>gain / n^Damping</c>.</summary>
    public const float Damping = 0.5f;

    /// <summary>The weights, 8 bits each, head by head within each bucket.</summary>
    public required sbyte[] Quantised { get; init; }

    /// <summary>What one step of a weight is worth, for each head.</summary>
    public required float[] Steps { get; init; }

    /// <summary>The constant of each head.</summary>
    public required float[] Biases { get; init; }

    /// <summary>How much each group of features counts.</summary>
    public required float[] Gains { get; init; }

    /// <summary>Slope and offset of the logistic calibration, for each language and head.</summary>
    public required float[] Calibration { get; init; }

    public required IReadOnlyCollection<VocabularyEntry> Vocabulary { get; init; }

    /// <summary>SHA-256 of the lexicon that the model was trained with.</summary>
    public required byte[] LexiconDigest { get; init; }

    /// <summary>Names and SHA-256 digests of the training data.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Sources { get; init; }

    /// <summary>The factor of each feature of a group of <paramref name="count"/>.</summary>
    public static float Scale(float gain, int count) => gain / MathF.Pow(Math.Max(1, count), Damping);

    public static int CalibrationIndex(int language, int head) => (language * Heads + head) * 2;
}
