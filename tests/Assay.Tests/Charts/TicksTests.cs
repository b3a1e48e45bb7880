using Assay.Charts;

namespace Assay.Tests.Charts;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 1, 5, "0 0.5 1", 1)]
    [InlineData(0, 1, 6, "0 0.2 0.4 0.6 0.8 1", 1)]
    [InlineData(-3.4, 13.6, 5, "0 5 10", 0)]
    [InlineData(0.0101, 0.0149, 5, "0.012 0.014", 3)]
    [InlineData(0, 123456, 3, "0 100000", 0)]
    public void Nice_OfARange_GivesFewRoundValues(double low, double high, int most, string values, int decimals)
    {
        var ticks = Ticks.Nice(low, high, most);
        string.Join(' ', ticks.Values.Select(v => v.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(values);
        ticks.Decimals.ShouldBe(decimals);
    }

    [Fact]
    public void Nice_ForManyRanges_StaysInsideAndAtMostTheCount()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var size = Math.Pow(10, random.Next(-8, 9));
            var low = (random.NextDouble() - 0.5) * size * 1000;
            var high = low + ((random.NextDouble() + 0.001) * size);
            var most = random.Next(2, 8);
            var ticks = Ticks.Nice(low, high, most);
            ticks.Values.Count.ShouldBeLessThanOrEqualTo(most);
            var slack = (high - low) * 1e-6;
            ticks.Values.ShouldAllBe(t => t >= low - slack && t <= high + slack);
        }
    }

    [Theory]
    [InlineData(2, 2, 1)]
    [InlineData(double.NaN, 1, 0)]
    [InlineData(double.NegativeInfinity, 1, 0)]
    public void Nice_OfNoRange_GivesTheValueOrNothing(double low, double high, int count) => Ticks.Nice(low, high).Values.Count.ShouldBe(count);
}
