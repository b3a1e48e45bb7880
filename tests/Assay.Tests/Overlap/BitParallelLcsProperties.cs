using Assay.Overlap;
using Assay.Tests.Golden;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Tests.Overlap;

public sealed class BitParallelLcsProperties
{
    // Short and long ones, over few numbers and over many: one word of 64 bits, several, and rows without a match.
    private static readonly Arbitrary<int[]> Sequence = (
        from length in Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(50, 70), Gen.Choose(120, 200))
        from numbers in Gen.Elements(2, 5, 60)
        from values in Gen.Choose(0, numbers - 1).ArrayOf(length)
        select values).ToArbitrary();

    [Fact]
    public void Length_equals_the_textbooks() => Prop.ForAll(Sequence, Sequence, (rows, columns) =>
        BitParallelLcs.Length(rows, columns) == Table(rows, columns)[rows.Length, columns.Length]).ShouldHold();

    [Fact]
    public void Marks_equal_the_walk_back_through_the_textbooks_table() => Prop.ForAll(Sequence, Sequence, (rows, columns) =>
    {
        var marks = new bool[rows.Length];
        BitParallelLcs.Mark(rows, columns, marks);
        return marks.SequenceEqual(WalkBack(rows, columns));
    }).ShouldHold();

    [Theory]
    [InlineData(7)]
    [InlineData(500)]
    public void Marks_of_a_table_that_is_not_kept_whole_are_the_same(int numbers)
    {
        var random = new Random(3);
        int[] rows = [.. Enumerable.Range(0, 5000).Select(_ => random.Next(numbers))], columns = [.. Enumerable.Range(0, 3000).Select(_ => random.Next(numbers))];
        var marks = new bool[rows.Length];
        BitParallelLcs.Mark(rows, columns, marks);
        marks.ShouldBe(WalkBack(rows, columns));
    }

    private static int[,] Table(int[] rows, int[] columns)
    {
        var table = new int[rows.Length + 1, columns.Length + 1];
        for (var i = 1; i <= rows.Length; i++)
            for (var j = 1; j <= columns.Length; j++)
                table[i, j] = rows[i - 1] == columns[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
        return table;
    }

    private static bool[] WalkBack(int[] rows, int[] columns)
    {
        var table = Table(rows, columns);
        var marks = new bool[rows.Length];
        for (int i = rows.Length, j = columns.Length; i > 0 && j > 0;)
        {
            if (rows[i - 1] == columns[j - 1]) (marks[i - 1], i, j) = (true, i - 1, j - 1);
            else if (table[i, j - 1] > table[i - 1, j]) j--;
            else i--;
        }

        return marks;
    }
}
