using Assay.Data;
using Assay.Scoring;
using Assay.Statistics;
using Assay.Tests.Golden;

namespace Assay.Tests.Retrieval;

public sealed class RetrievalGoldenTests
{
    [Fact]
    public async Task Scores_and_aggregates_equal_the_reference()
    {
        var differences = new List<string?>();
        foreach (var record in GoldenFile.Read("retrieval"))
        {
            var (k, input) = (record.GetProperty("params").GetProperty("k").GetInt32(), record.GetProperty("input"));
            foreach (var measure in new[] { "precision", "recall", "ndcg" })
            {
                var scorer = Scorers.Named($"{measure}_at_k:k={k}").Single();
                var scores = new List<double>();
                foreach (var (retrieved, relevant) in input.GetProperty("predictions").EnumerateArray().Zip(input.GetProperty("targets").EnumerateArray()))
                {
                    var score = await scorer.ScoreAsync(
                        new Sample { Output = FieldValue.FromJson(retrieved), Reference = FieldValue.FromJson(relevant) }, TestContext.Current.CancellationToken);
                    scores.Add(score.Value!.Value);
                }

                var expected = record.GetProperty("expected").GetProperty(scorer.Description.Name);
                differences.AddRange(scores.Zip(expected.GetProperty("scores").EnumerateArray(), (actual, value) => Difference(actual, value.Number(), "score")));
                var aggregates = expected.GetProperty("aggregate_results");
                differences.Add(Difference(Aggregates.Mean(scores.ToArray())!.Value, aggregates.GetProperty("mean").Number(), "mean"));
                differences.Add(Difference(Aggregates.Variance(scores.ToArray())!.Value, aggregates.GetProperty("variance").Number(), "variance"));
                string? Difference(double actual, double value, string what) => GoldenFile.Agrees(actual, value) || Math.Abs(actual - value) < 1e-16
                    ? null
                    : $"{record.GetProperty("id")} {measure} {what}: {actual} for {value}";
            }
        }

        GoldenFile.ShouldAllAgree(differences);
    }
}
