namespace Assay.Similarity;

/// <summary>The cosine of the angle between two vectors: 1 in one direction, 0 at right angles, −1 opposite.</summary>
public static class Cosine
{
    /// <summary>
    /// The inner product of the two, divided by their lengths; summed in double. Null when they have not the same number of elements, or one of
    /// them has no direction (all 0, or none).
    /// </summary>
    public static double? Of(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length != right.Length)
        {
            return null;
        }

        var (product, first, second) = (0.0, 0.0, 0.0);
        for (var i = 0; i < left.Length; i++)
        {
            product += (double)left[i] * right[i];
            first += (double)left[i] * left[i];
            second += (double)right[i] * right[i];
        }

        return first > 0 && second > 0 ? Math.Clamp(product / Math.Sqrt(first) / Math.Sqrt(second), -1, 1) : null;
    }
}
