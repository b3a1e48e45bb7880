using System.Numerics;

namespace Assay.Overlap;

/// <summary>
/// The longest common subsequence of two sequences of numbers, 64 cells of the textbook's table at a time (Crochemore, Iliopoulos, Pinzon and
/// Reid 2001 in Hyyrö's form). A row is a vector of bits, of which a zero means that the length grows at that column. Memory is linear in the
/// sequences for a length; time is rows · columns / 64.
/// </summary>
public static class BitParallelLcs
{
    /// <summary>The length of the longest common subsequence; 0 when a sequence is empty.</summary>
    /// <param name="rows">One sequence: numbers from 0 up, and small, for tables are indexed by them.</param>
    /// <param name="columns">The other.</param>
    public static int Length(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    {
        if (rows.IsEmpty || columns.IsEmpty) return 0;
        var places = new LcsColumns(1 + Math.Max(Largest(rows), Largest(columns)));
        places.Set(columns);
        return places.Length(rows);
    }

    /// <summary>
    /// Marks which of the rows belong to a longest common subsequence: of several the one that ROUGE's reference finds, walking back from the
    /// end, by a match where there is one, else to the side of the greater length, and up when both are equal.
    /// </summary>
    /// <param name="rows">The sequence to mark.</param>
    /// <param name="columns">The other.</param>
    /// <param name="marks">As many as there are rows; what is marked already stays.</param>
    public static void Mark(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, Span<bool> marks)
    {
        if (rows.IsEmpty || columns.IsEmpty) return;
        var places = new LcsColumns(1 + Math.Max(Largest(rows), Largest(columns)));
        places.Set(columns);
        new LcsTrace(places).Mark(rows, columns, marks);
    }

    /// <summary>How often the length grows within the first columns of a row.</summary>
    internal static int Growth(ReadOnlySpan<ulong> row, int columns)
    {
        var count = 0;
        var whole = columns >> 6;
        for (var i = 0; i < whole; i++) count += BitOperations.PopCount(~row[i]);
        return (columns & 63) == 0 ? count : count + BitOperations.PopCount(~row[whole] & ((1UL << (columns & 63)) - 1));
    }

    private static int Largest(ReadOnlySpan<int> numbers)
    {
        var largest = 0;
        foreach (var number in numbers) largest = Math.Max(largest, number);
        return largest;
    }
}
