using Assay.Agreement;
using Assay.Statistics;

namespace Assay.Tests.Agreement;

public sealed class PredictionPoweredMeanTests
{
    [Fact]
    public void Estimate_IsTheLabelsMeanCorrectedByTheJudge()
    {
        double[] human = [.. Enumerable.Range(0, 20).Select(i => (double)(i % 4))];
        double[] judge = [.. human.Select((label, i) => label + (i % 2))];
        double[] others = [.. Enumerable.Range(0, 80).Select(i => (double)(i % 5))];

        var found = PredictionPoweredMean.Of(human, judge, others);

        // lambda = cov(Y, f) / ((1 + n/N) var(f)), by hand from the definition.
        double[] all = [.. judge, .. others];
        var tuning = Covariance(human, judge) / ((1 + 20 / 80.0) * Covariance(all, all));
        found.Tuning.ShouldBe(tuning, 1e-12);
        found.Estimate.ShouldBe(human.Average() + tuning * (others.Average() - judge.Average()), 1e-12);
        double[] differences = [.. human.Zip(judge, (y, f) => y - tuning * f)];
        var variance = Covariance(differences, differences) / 20 + tuning * tuning * Covariance(all, all) / 80;
        ((found.Interval.High - found.Interval.Low) / 2).ShouldBe(2.093024054408263 * Math.Sqrt(variance), 1e-9);
    }

    [Fact]
    public void JudgeThatTellsNothing_LeavesTheLabels()
    {
        double[] human = [.. Enumerable.Range(0, 30).Select(i => (double)(i % 3))];
        var found = PredictionPoweredMean.Of(human, new double[30], new double[500]);

        found.Tuning.ShouldBe(0);
        found.Interval.ShouldBe(found.LabelInterval);
        found.EffectiveLabels.ShouldBe(30, 1e-9);
    }

    [Fact]
    public void NoOtherRows_LeavesTheLabels()
    {
        double[] human = [.. Enumerable.Range(0, 30).Select(i => (double)(i % 3))];
        PredictionPoweredMean.Of(human, human, []).Estimate.ShouldBe(human.Average(), 1e-12);
    }

    [Fact]
    public void FewerThanFifteenLabels_AreRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => PredictionPoweredMean.Of(new double[14], new double[14], new double[100]));

    [Theory]
    [InlineData(15, 200, 0.9, 0.91)]
    [InlineData(40, 400, 0.8, 0.925)]
    [InlineData(100, 1000, 0.85, 0.93)]
    public void Interval_CoversTheTrueMean_AndIsNarrowerThanTheLabelsAlone(int labels, int others, double accuracy, double least)
    {
        const int Trials = 2000;
        const double Truth = 0.6;
        var random = new SeededRandom(11, (ulong)labels);
        var (covered, narrower) = (0, 0.0);
        for (var trial = 0; trial < Trials; trial++)
        {
            double[] human = new double[labels], judge = new double[labels], rest = new double[others];
            for (var i = 0; i < labels + others; i++)
            {
                var label = random.NextDouble() < Truth ? 1.0 : 0;
                var score = random.NextDouble() < accuracy ? label : 1 - label;
                if (i < labels)
                {
                    (human[i], judge[i]) = (label, score);
                }
                else
                {
                    rest[i - labels] = score;
                }
            }

            var found = PredictionPoweredMean.Of(human, judge, rest);
            covered += found.Interval.Low <= Truth && Truth <= found.Interval.High ? 1 : 0;
            narrower += (found.Interval.High - found.Interval.Low) / Math.Max(1e-9, found.LabelInterval.High - found.LabelInterval.Low) / Trials;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"n {labels}, N {others}: coverage {covered / (double)Trials}, width {narrower}");
        (covered / (double)Trials).ShouldBeInRange(least, 0.97);
        narrower.ShouldBeLessThan(0.9);
    }

    private static double Covariance(double[] a, double[] b) => a.Zip(b, (x, y) => (x - a.Average()) * (y - b.Average())).Sum() / (a.Length - 1);
}
