using Assay.Statistics;

namespace Assay.Tests.Statistics;

public sealed class VarianceComponentsTests
{
    // By hand: means 2, 5, 8; within 2 + 2 + 2 over 6; between 3 · (9 + 0 + 9) over 2 = 27; (27 − 1) / 3.
    [Fact]
    public void Of_EqualRepeats_IsTheTextbooks()
    {
        var variance = VarianceComponents.Of([[1, 2, 3], [4, 5, 6], [7, 8, 9]])!.Value;

        variance.Noise.ShouldBe(1);
        variance.Question.ShouldBe(26 / 3.0, 1e-12);
        variance.StandardError(rows: 3, repeats: 3).ShouldBe(Math.Sqrt(27 / 9.0), 1e-12);
    }

    // By hand: means 1, 4; 5 answers, mean 2.8; within 2 over 3; between 2 · 1.8² + 3 · 1.2² = 10.8 over 1; k₀ = 5 − 13/5 = 2.4.
    [Fact]
    public void Of_UnequalRepeats_WeighsThem()
    {
        var variance = VarianceComponents.Of([[0, 2], [4, 4, 4]])!.Value;

        variance.Noise.ShouldBe(2 / 3.0, 1e-12);
        variance.Question.ShouldBe((10.8 - 2 / 3.0) / 2.4, 1e-12);
    }

    [Fact]
    public void Of_NoiseOnly_HasNoVarianceOfQuestions() => VarianceComponents.Of([[0, 1], [1, 0]])!.Value.Question.ShouldBe(0);

    [Fact]
    public void Of_OneAnswerEach_IsNone() => VarianceComponents.Of([[1], [2], [3]]).ShouldBeNull();

    [Fact]
    public void Repeats_PayOnlyFromTheRowsCostOn()
    {
        var variance = new VarianceComponents(Question: 1, Noise: 2);
        var limit = variance.CallsPerRowForRepeats(3);

        // At that cost three repeats and four are equally good: cost times variance is the same.
        double Cost(double repeats) => (limit + repeats) * (variance.Question + variance.Noise / repeats);
        Cost(3).ShouldBe(Cost(4), 1e-12);
        limit.ShouldBe(6);
    }
}
