namespace Assay.Toxicity;

/// <summary>
/// A text longer than a few sentences is judged as a whole and passage by passage, since one hateful sentence drowns among many others.
/// The worst passage counts when it is worse than the whole, less what the worst of so many would be by chance.
/// </summary>
internal static class Passages
{
    /// <summary>The longest passage, in folded characters.</summary>
    public const int Length = 240;

    // Found on held-out comments: rudeness shows in a whole text, an attack on a group in one sentence.
    private static readonly float[] ChancePerDoubling = [0.35f, 1.2f];

    /// <summary>Whether a text of so many characters has passages of its own.</summary>
    public static bool Has(int characters) => characters > Length;

    public static float Combine(int head, float whole, float worst, int count) =>
        Math.Max(whole, worst - ChancePerDoubling[head] * MathF.Log2(count + 1));
}
