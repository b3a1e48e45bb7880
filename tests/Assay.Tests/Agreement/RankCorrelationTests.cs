using Assay.Agreement;

namespace Assay.Tests.Agreement;

public sealed class RankCorrelationTests
{
    [Fact]
    public void MonotonePairs_AreOneOrMinusOne()
    {
        RankCorrelation.Of([1, 2, 30, 400], [2, 3, 5, 8]).Value.ShouldBe(1, 1e-12);
        RankCorrelation.Of([1, 2, 30, 400], [8, 5, 3, 2]).Value.ShouldBe(-1, 1e-12);
    }

    [Fact]
    public void Ties_HaveMeanRanks() =>
        RankCorrelation.Of([1, 1, 2, 3], [1, 2, 3, 3]).Value.ShouldBe(4 / 4.5, 1e-12);

    [Fact]
    public void WithoutVariation_ThereIsNone() => RankCorrelation.Of([1, 1, 1], [1, 2, 3]).Value.ShouldBe(double.NaN);
}
