using Assay.Agreement;
using Assay.Classification;

namespace Assay.Tests.Agreement;

public sealed class KappaStatisticTests
{
    /// <summary>The example of Fleiss, Cohen and Everitt 1969: 200 subjects, three categories.</summary>
    private static readonly int[,] Diagnoses = { { 106, 10, 4 }, { 22, 28, 10 }, { 2, 12, 6 } };

    [Fact]
    public void Kappa_OfThePapersExample_HasItsValueAndError()
    {
        var found = KappaStatistic.Of(Table(Diagnoses));

        found.Value.ShouldBe(3 / 7.0, 1e-12);
        ((found.Interval!.Value.High - found.Interval.Value.Low) / 2 / 1.959963984540054).ShouldBe(Math.Sqrt(0.002885), 1e-5);
    }

    [Fact]
    public void QuadraticWeights_CountNearMisses() =>
        KappaStatistic.Of(Table(Diagnoses), KappaWeighting.Quadratic).Value.ShouldBe(0.566666666666667, 1e-12);

    [Fact]
    public void TwoLabels_HaveTheSameKappaByAnyWeights()
    {
        var table = Table(new[,] { { 20, 5 }, { 10, 15 } });
        foreach (var weights in Enum.GetValues<KappaWeighting>())
        {
            KappaStatistic.Of(table, weights).Value.ShouldBe(0.4, 1e-12);
        }
    }

    [Theory]
    [InlineData(KappaWeighting.None)]
    [InlineData(KappaWeighting.Linear)]
    [InlineData(KappaWeighting.Quadratic)]
    public void Kappa_EqualsThatOfTheScorer(KappaWeighting weighting)
    {
        var random = new Random(5);
        int[] truth = [.. Enumerable.Range(0, 300).Select(_ => random.Next(4))];
        int[] said = [.. truth.Select(label => random.Next(3) == 0 ? random.Next(4) : label)];

        var table = ConfusionTable.Of([.. truth.Select(label => (double)label)], [.. said.Select(label => (double)label)]);

        KappaStatistic.Of(table, weighting).Value.ShouldBe(
            CohenKappa.Of(ClassCounts.Of(truth, said, 4), truth, said, [.. Enumerable.Range(0, 300)], weighting), 1e-12);
    }

    [Fact]
    public void PerfectAgreement_IsOne_WithAnIntervalThatIsNoPoint()
    {
        var found = KappaStatistic.Of(Table(new[,] { { 10, 0 }, { 0, 10 } }));

        found.Value.ShouldBe(1);
        found.Interval!.Value.High.ShouldBe(1);
        found.Interval.Value.Low.ShouldBeInRange(0.5, 0.9);
    }

    [Fact]
    public void OneLabelThroughout_HasNoKappa_AndSaysWhy()
    {
        var found = KappaStatistic.Of(ConfusionTable.Of([1, 1, 1], [1, 1, 1]));

        found.Value.ShouldBe(double.NaN);
        found.Reason.ShouldBe("both gave one and the same label throughout");
    }

    private static ConfusionTable Table(int[,] counts)
    {
        var pairs = (from i in Enumerable.Range(0, counts.GetLength(0))
                     from j in Enumerable.Range(0, counts.GetLength(1))
                     from _ in Enumerable.Range(0, counts[i, j])
                     select (First: (double)i, Second: (double)j)).ToList();
        return ConfusionTable.Of([.. pairs.Select(pair => pair.First)], [.. pairs.Select(pair => pair.Second)]);
    }
}
