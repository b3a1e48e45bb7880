using Assay.Data.Selection;

namespace Assay.Tests.Data.Selection;

public sealed class SampleTests
{
    [Fact]
    public async Task Sample_HasDistinctRowsInTheirOrder()
    {
        var rows = await Numbers(1000).Sample(100, seed: 4).RowsAsync();

        var numbers = rows.Select(row => int.Parse(row["n"]!, null)).ToList();
        numbers.Count.ShouldBe(100);
        numbers.ShouldBeInOrder();
        numbers.Distinct().Count().ShouldBe(100);
        rows.Select(row => row.Index).ShouldBe(Enumerable.Range(0, 100).Select(index => (long)index));
    }

    [Fact]
    public async Task Sample_OfAFileAndOfObjects_IsTheSame()
    {
        var text = string.Concat(Enumerable.Range(0, 500).Select(n => $"{{\"n\":{n}}}\n"));

        var file = await DatasetReading.OfText(text).Sample(20, 9).JsonAsync();
        var objects = await Numbers(500).Sample(20, 9).JsonAsync();

        file.ShouldBe(objects);
        (await Numbers(500).Sample(20, 10).JsonAsync()).ShouldNotBe(objects);
    }

    [Fact]
    public async Task Sample_OfMore_HoldsTheSmallerOne()
    {
        var few = await Numbers(500).Sample(50, 2).JsonAsync();
        var many = await Numbers(500).Sample(100, 2).JsonAsync();

        few.ShouldBeSubsetOf(many);
    }

    /// <summary>Every row, and every pair of rows, is drawn as often as every other: chi-square within 4.5 standard deviations.</summary>
    [Fact]
    public void RandomDraw_OverManySeeds_IsUniform()
    {
        const int Rows = 40, Size = 10, Seeds = 20_000;
        var counts = new int[Rows];
        var neighbours = 0;
        for (var seed = 0UL; seed < Seeds; seed++)
        {
            var draw = new RandomDraw(Size, seed);
            for (var place = 0; place < Rows; place++)
            {
                draw.Add(place);
            }

            var places = draw.Places.ToList();
            places.ForEach(place => counts[place]++);
            neighbours += places.Contains(0) && places.Contains(1) ? 1 : 0;
        }

        const double Expected = (double)Seeds * Size / Rows;
        var chiSquare = counts.Sum(count => (count - Expected) * (count - Expected) / Expected) / (1 - ((double)Size / Rows));
        chiSquare.ShouldBeInRange(0, Rows - 1 + (4.5 * Math.Sqrt(2 * (Rows - 1))));
        const double Pair = (double)Size * (Size - 1) / (Rows * (Rows - 1));
        (neighbours / (double)Seeds).ShouldBe(Pair, 4.5 * Math.Sqrt(Pair * (1 - Pair) / Seeds));
    }

    [Fact]
    public async Task Sample_OfMoreThanThereAre_TakesAllAndSaysSo()
    {
        var profile = await Numbers(30).Sample(100).ProfileAsync();

        profile.Rows.ShouldBe(30);
        profile.Warnings.ShouldBe(["--sample 100: there are 30 rows, and all are taken"]);
    }

    [Fact]
    public async Task Sample_ByColumn_KeepsProportionsAndEveryValue()
    {
        var dataset = Dataset.From(Enumerable.Range(0, 1000).Select(n => new { n, kind = n < 700 ? "a" : n < 990 ? "b" : n < 999 ? "c" : "d" }));

        var profile = await dataset.Sample(100, seed: 1, stratifyBy: "kind").ProfileAsync();

        profile.Schema[1].Values!.Select(value => (value.Value, value.Rows)).ShouldBe([("a", 69), ("b", 29), ("c", 1), ("d", 1)]);
    }

    [Theory]
    [InlineData(new long[] { 50, 50 }, 10, new[] { 5, 5 })]
    [InlineData(new long[] { 1, 1, 98 }, 3, new[] { 1, 1, 1 })]
    [InlineData(new long[] { 1, 1, 98 }, 10, new[] { 1, 1, 8 })]
    [InlineData(new long[] { 34, 33, 33 }, 10, new[] { 4, 3, 3 })]
    [InlineData(new long[] { 3, 2 }, 9, new[] { 3, 2 })]
    public void Shares_AreOfTheWantedSize(long[] sizes, int size, int[] shares) => Strata.Shares(sizes, size).ShouldBe(shares);

    [Fact]
    public async Task Sample_ByColumnOfTooManyValues_IsRefused()
    {
        (await Numbers(30).Sample(10, 0, "n").ErrorAsync()).ShouldBe(
            "--stratify n: the column has more than 10 values, and a sample of 10 cannot hold one of each; draw more rows, or name a column of few values");
        (await Numbers(30).Sample(10, 0, "m").ErrorAsync()).ShouldBe("--stratify: code has no column \"m\"; it has n; did you mean \"n\"?");
    }

    [Fact]
    public async Task Steps_AreInTheSourceInTheirOrder()
    {
        var dataset = Numbers(100).Where("n >= 10").Sample(20, 1).Head(5);

        (await dataset.RowsAsync()).Count.ShouldBe(5);
        dataset.SourceJson.ShouldBe("""{"uri":"code","steps":[{"where":"n >= 10"},{"sample":"20","seed":"1"},{"head":"5"}]}""");
    }

    private static Dataset Numbers(int count) => Dataset.From(Enumerable.Range(0, count).Select(n => new { n }));
}
