using Assay.Scoring;
using Assay.Statistics;
using Assay.Tests.Golden;

namespace Assay.Tests.Overlap;

public sealed class MlflowBleuGoldenTests
{
    [Fact]
    public async Task Rows_and_aggregates_equal_the_references()
    {
        var scorer = Scorers.Named("bleu").Single();
        var differences = new List<string?>();
        foreach (var record in GoldenFile.Read("mlflow_bleu"))
        {
            var (input, expected) = (record.GetProperty("input"), record.GetProperty("expected"));
            var scores = new List<double>();
            foreach (var (prediction, target) in input.GetProperty("predictions").EnumerateArray().Zip(input.GetProperty("targets").EnumerateArray()))
            {
                var sample = new Sample { Output = prediction.GetString()!, Reference = target.GetString()! };
                scores.Add((await scorer.ScoreAsync(sample, TestContext.Current.CancellationToken)).Value!.Value);
            }

            var sorted = scores.Order().ToArray();
            var aggregates = expected.GetProperty("aggregate_results");
            var agrees = scores.Zip(GoldenSegments.Numbers(expected.GetProperty("scores"))).All(pair => GoldenFile.Agrees(pair.First, pair.Second))
                && GoldenFile.Agrees(Aggregates.Mean([.. scores])!.Value, aggregates.GetProperty("mean").GetDouble())
                && GoldenFile.Agrees(Aggregates.Variance([.. scores])!.Value, aggregates.GetProperty("variance").GetDouble(), 1e-11)
                && GoldenFile.Agrees(Aggregates.Percentile(sorted, 90)!.Value, aggregates.GetProperty("p90").GetDouble());
            differences.Add(agrees ? null : $"{record.GetProperty("id")}: {string.Join(' ', scores)} for {expected}");
        }

        GoldenFile.ShouldAllAgree(differences);
    }
}
