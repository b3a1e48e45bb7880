using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Assay.Models.Local;

/// <summary>
/// A matrix times several vectors at once: four rows are read together, and stay in the first cache for all vectors.
/// </summary>
internal static class MatrixProduct
{
    private const int RowsTogether = 4;

    /// <param name="matrix">The matrix, row after row.</param>
    /// <param name="columns">Its columns: the length of a vector.</param>
    /// <param name="vectors">The vectors, one after the other.</param>
    /// <param name="products">For each vector its product, as long as the matrix has rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute(ReadOnlySpan<float> matrix, int columns, ReadOnlySpan<float> vectors, Span<float> products)
    {
        var (rows, count) = (matrix.Length / columns, vectors.Length / columns);
        var row = 0;
        for (; row + RowsTogether <= rows; row += RowsTogether)
        {
            var block = matrix.Slice(row * columns, RowsTogether * columns);
            for (var vector = 0; vector < count; vector++)
            {
                FourRows(block, columns, vectors.Slice(vector * columns, columns), products[((vector * rows) + row)..]);
            }
        }

        for (; row < rows; row++)
        {
            for (var vector = 0; vector < count; vector++)
            {
                products[(vector * rows) + row] = VectorMath.Dot(matrix.Slice(row * columns, columns), vectors.Slice(vector * columns, columns));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(ReadOnlySpan<float> block, int columns, ReadOnlySpan<float> vector, Span<float> products)
    {
        ref var m = ref MemoryMarshal.GetReference(block);
        ref var v = ref MemoryMarshal.GetReference(vector);
        var (first, second, third, fourth) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        nuint i = 0, width = (nuint)columns, whole = (nuint)(columns - (columns % VectorMath.Lanes));
        for (; i < whole; i += VectorMath.Lanes)
        {
            var x = Vector256.LoadUnsafe(ref v, i);
            first = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref m, i), x, first);
            second = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref m, width + i), x, second);
            third = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref m, (2 * width) + i), x, third);
            fourth = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref m, (3 * width) + i), x, fourth);
        }

        products[0] = Finish(Vector256.Sum(first), block[..columns], vector, (int)i);
        products[1] = Finish(Vector256.Sum(second), block.Slice(columns, columns), vector, (int)i);
        products[2] = Finish(Vector256.Sum(third), block.Slice(2 * columns, columns), vector, (int)i);
        products[3] = Finish(Vector256.Sum(fourth), block.Slice(3 * columns, columns), vector, (int)i);
    }

    private static float Finish(float sum, ReadOnlySpan<float> row, ReadOnlySpan<float> vector, int from)
    {
        for (var i = from; i < vector.Length; i++)
        {
            sum = MathF.FusedMultiplyAdd(row[i], vector[i], sum);
        }

        return sum;
    }
}
