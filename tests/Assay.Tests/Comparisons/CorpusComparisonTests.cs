using Assay.Comparisons;
using Assay.Scoring;

namespace Assay.Tests.Comparisons;

/// <summary>Figures of all rows together, by swapping and drawing rows again.</summary>
public sealed class CorpusComparisonTests
{
    [Fact]
    public void A_figure_that_is_a_mean_has_the_p_and_interval_that_the_mean_has()
    {
        var random = new Random(3);
        double[] a = [.. Enumerable.Range(0, 80).Select(_ => random.NextDouble())];
        double[] b = [.. a.Select(score => score + (0.1 * (random.NextDouble() - 0.3)))];
        var analysis = new CorpusAnalysis(new CorpusResamples(new MeanCorpus([.. a, .. b]), 80, 1), 0);
        double[] differences = [.. a.Zip(b, (x, y) => y - x)];
        analysis.P.ShouldBe(Assay.Statistics.SignFlipTest.Of(differences).PValue, 0.002);
        var t = Assay.Statistics.ConfidenceIntervals.StudentT(differences);
        var interval = analysis.Interval(0.95).Interval!.Value;
        interval.Low.ShouldBe(t.Low, 0.003);
        interval.High.ShouldBe(t.High, 0.003);
    }

    [Fact]
    public void Two_runs_alike_differ_by_nothing() => new CorpusAnalysis(new CorpusResamples(new MeanCorpus([1, 2, 3, 1, 2, 3]), 3, 1), 0).P.ShouldBe(1);

    private sealed class MeanCorpus(double[] values) : ICorpus
    {
        public IReadOnlyList<double?> Compute(ReadOnlySpan<int> rows)
        {
            double sum = 0;
            foreach (var row in rows) sum += values[row];
            return [sum / rows.Length];
        }
    }
}
