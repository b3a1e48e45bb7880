using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Assay.Models.Local;

/// <summary>
/// The arithmetic of a forward pass, eight numbers at a time. Every machine adds in the same order with fused multiply-adds, so that an answer
/// depends on its seed and not on the width of the processor's registers. Methods are optimised at once: the first answer has no time to warm up.
/// </summary>
internal static class VectorMath
{
    public const int Lanes = 8;

    /// <summary>The inner product of two spans of one length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var sum = Vector256<float>.Zero;
        nuint i = 0, whole = (nuint)(left.Length - (left.Length % Lanes));
        for (; i < whole; i += Lanes)
        {
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, i), Vector256.LoadUnsafe(ref b, i), sum);
        }

        var total = Vector256.Sum(sum);
        for (; i < (nuint)left.Length; i++)
        {
            total = MathF.FusedMultiplyAdd(left[(int)i], right[(int)i], total);
        }

        return total;
    }

    /// <summary>Adds a multiple of one span to another of its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<float> to, ReadOnlySpan<float> from, float factor)
    {
        ref var a = ref MemoryMarshal.GetReference(to);
        ref var b = ref MemoryMarshal.GetReference(from);
        var factors = Vector256.Create(factor);
        nuint i = 0, whole = (nuint)(to.Length - (to.Length % Lanes));
        for (; i < whole; i += Lanes)
        {
            Vector256.FusedMultiplyAdd(factors, Vector256.LoadUnsafe(ref b, i), Vector256.LoadUnsafe(ref a, i)).StoreUnsafe(ref a, i);
        }

        for (; i < (nuint)to.Length; i++)
        {
            to[(int)i] = MathF.FusedMultiplyAdd(factor, from[(int)i], to[(int)i]);
        }
    }

    /// <summary>Root-mean-square normalisation, then a weight for each element.</summary>
    public static void Normalize(Span<float> to, ReadOnlySpan<float> from, ReadOnlySpan<float> weights)
    {
        const float epsilon = 1e-5f;
        var scale = 1 / MathF.Sqrt((Dot(from, from) / from.Length) + epsilon);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = weights[i] * (scale * from[i]);
        }
    }

    /// <summary>
    /// The softmax of the first <paramref name="count"/> elements; the rest, up to a whole number of lanes, becomes 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax(Span<float> values, int count)
    {
        values[count..].Fill(float.NegativeInfinity);
        ref var first = ref MemoryMarshal.GetReference(values);
        var highest = Vector256.Create(float.NegativeInfinity);
        for (nuint i = 0; i < (nuint)values.Length; i += Lanes)
        {
            highest = Vector256.Max(highest, Vector256.LoadUnsafe(ref first, i));
        }

        var max = highest[0];
        for (var lane = 1; lane < Lanes; lane++) max = MathF.Max(max, highest[lane]);
        var (maxima, sum) = (Vector256.Create(max), Vector256<float>.Zero);
        for (nuint i = 0; i < (nuint)values.Length; i += Lanes)
        {
            var power = Vector256.Exp(Vector256.LoadUnsafe(ref first, i) - maxima);
            power.StoreUnsafe(ref first, i);
            sum += power;
        }

        var inverse = Vector256.Create(1 / Vector256.Sum(sum));
        for (nuint i = 0; i < (nuint)values.Length; i += Lanes)
        {
            (Vector256.LoadUnsafe(ref first, i) * inverse).StoreUnsafe(ref first, i);
        }
    }

    /// <summary>The gate of SwiGLU: each element times its logistic function, times the other span's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void GateBySilu(Span<float> gate, ReadOnlySpan<float> by)
    {
        ref var a = ref MemoryMarshal.GetReference(gate);
        ref var b = ref MemoryMarshal.GetReference(by);
        nuint i = 0, whole = (nuint)(gate.Length - (gate.Length % Lanes));
        for (; i < whole; i += Lanes)
        {
            var value = Vector256.LoadUnsafe(ref a, i);
            (value / (Vector256<float>.One + Vector256.Exp(-value)) * Vector256.LoadUnsafe(ref b, i)).StoreUnsafe(ref a, i);
        }

        for (; i < (nuint)gate.Length; i++)
        {
            var value = gate[(int)i];
            gate[(int)i] = value / (1 + MathF.Exp(-value)) * by[(int)i];
        }
    }
}
