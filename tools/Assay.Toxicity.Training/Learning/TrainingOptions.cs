namespace Assay.Toxicity.Training.Learning;

/// <summary>What the trainer is told.</summary>
internal sealed record TrainingOptions
{
    public int Epochs { get; init; } = 4;

    public float Rate { get; init; } = 0.1f;

    public float L2 { get; init; } = 1e-4f;

    public ulong Seed { get; init; } = 20170311;

    /// <summary>How much each group of features counts: word classes, words, letters.</summary>
    public float[] Gains { get; init; } = [1.6f, 1.6f, 1f];
}
