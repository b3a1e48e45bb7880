using Assay.Agreement;

namespace Assay.Tests.Agreement;

public sealed class ConstantRaterTests
{
    [Fact]
    public void A_rater_with_one_label_has_no_interval_of_kappa_but_the_reason()
    {
        double[] human = [.. Enumerable.Range(0, 20).Select(i => (double)(i % 2))];

        var kappa = KappaStatistic.Of(ConfusionTable.Of(human, [.. human.Select(_ => 1.0)]));

        kappa.Value.ShouldBe(0);
        kappa.Interval.ShouldBeNull();
        kappa.Reason!.ShouldContain("one and the same label");
    }
}
