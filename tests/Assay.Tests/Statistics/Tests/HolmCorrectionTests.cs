using Assay.Statistics;

namespace Assay.Tests.Statistics.Tests;

public sealed class HolmCorrectionTests
{
    [Fact]
    public void Each_p_is_multiplied_by_the_tests_left_and_never_falls() =>
        HolmCorrection.Adjust([0.03, 0.01, double.NaN, 0.04, 0.005]).Where(double.IsFinite).ShouldBe([0.06, 0.03, 0.06, 0.02], 1e-15);

    [Fact]
    public void Intervals_are_drawn_at_the_level_of_their_step_and_from_the_first_that_holds_at_its_level()
    {
        var levels = HolmCorrection.Confidences([0.03, 0.01, 0.04, 0.005], 0.95);
        levels[3].ShouldBe(1 - (0.05 / 4), 1e-15);
        levels[1].ShouldBe(1 - (0.05 / 3), 1e-15);
        levels[0].ShouldBe(1 - (0.05 / 2), 1e-15);
        levels[2].ShouldBe(1 - (0.05 / 2), 1e-15);
    }

    [Fact]
    public void One_test_is_not_corrected()
    {
        HolmCorrection.Adjust([0.04]).ShouldBe([0.04]);
        HolmCorrection.Confidences([0.04], 0.9)[0].ShouldBe(0.9, 1e-15);
    }
}
