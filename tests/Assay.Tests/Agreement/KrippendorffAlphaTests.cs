using Assay.Agreement;

namespace Assay.Tests.Agreement;

public sealed class KrippendorffAlphaTests
{
    /// <summary>Krippendorff's example (2011): four observers, twelve units, some labels missing.</summary>
    private static readonly double[][] Units =
    [
        [1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [5, 5, 5], [1, 1], [3],
    ];

    [Theory]
    [InlineData(AlphaLevel.Nominal, 0.743)]
    [InlineData(AlphaLevel.Ordinal, 0.815)]
    [InlineData(AlphaLevel.Interval, 0.849)]
    public void Alpha_OfHisExample_IsHis(AlphaLevel level, double value)
    {
        var found = KrippendorffAlpha.Of(Units, level);

        found.Value.ShouldBe(value, 0.0005);
        found.Interval!.Value.Low.ShouldBeLessThan(value);
        found.Interval.Value.High.ShouldBeInRange(value, 1);
    }

    [Fact]
    public void Bootstrap_IsTheSameForTheSameSeed() =>
        KrippendorffAlpha.Of(Units, AlphaLevel.Nominal, seed: 7).ShouldBe(KrippendorffAlpha.Of(Units, AlphaLevel.Nominal, seed: 7));

    [Fact]
    public void OneLabelThroughout_HasNoAlpha() =>
        KrippendorffAlpha.Of([[1, 1], [1, 1]], AlphaLevel.Nominal).Reason.ShouldBe("everybody gave one and the same label");

    [Theory]
    [InlineData(AlphaLevel.Ordinal)]
    [InlineData(AlphaLevel.Interval)]
    public void NumbersThatAllDiffer_AreNoTableOfTheirPairs(AlphaLevel level)
    {
        double[][] rows = [.. Enumerable.Range(0, 20_000).Select(i => new[] { 2.0 * i, 2.0 * i + 1 })];

        KrippendorffAlpha.Of(rows[..200], level).Value.ShouldBe(1, 0.01);
        var table = ConfusionTable.Of([.. rows.Select(row => row[0])], [.. rows.Select(row => row[1])]);
        (table.Labels.Count, table.Agreements, table.Count(0, 1)).ShouldBe((40_000, 0, 1));
    }

    [Fact]
    public void NoPairs_HaveNoAlpha() => KrippendorffAlpha.Of([[1], [2]], AlphaLevel.Nominal).Reason.ShouldBe("no row has two labels");
}
