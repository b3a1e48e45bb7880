using System.Text.Json;
using Assay.Scoring;
using Assay.Tests.Golden;

namespace Assay.Tests.Scoring;

public sealed class ExactMatchGoldenTests
{
    [Fact]
    public void Every_case_equals_the_reference() => GoldenFile.ShouldAllAgree(GoldenFile.Read("exact_match").SelectMany(record =>
    {
        var pairs = Pairs(record, "references");
        return record.GetProperty("cases").EnumerateArray().Select(item =>
        {
            var exactMatch = new ExactMatch(Options(item.GetProperty("params")));
            var actual = pairs.Average(pair => exactMatch.IsMatch(pair.Prediction, pair.Reference) ? 1.0 : 0.0);
            var expected = item.GetProperty("expected").GetProperty("exact_match").GetDouble();
            return GoldenFile.Agrees(actual, expected) ? null : $"{record.GetProperty("id")} {item.GetProperty("params")}: {actual} for {expected}";
        });
    }));

    [Fact]
    public async Task Raw_values_equal_the_columns_that_the_reference_logs()
    {
        var scorer = Scorers.Named("exact_match").Single();
        var differences = new List<string?>();
        foreach (var record in GoldenFile.Read(
            "mlflow_columns", record => record.GetProperty("metric").GetString()!.StartsWith("mlflow.metrics.exact_match/v1", StringComparison.Ordinal)))
        {
            var scores = new List<double>();
            foreach (var (prediction, reference) in Pairs(record, "targets"))
            {
                var score = await scorer.ScoreAsync(new Sample { Output = prediction, Reference = reference }, TestContext.Current.CancellationToken);
                scores.Add(score.Value!.Value);
            }

            var expected = record.GetProperty("expected").GetProperty("aggregate_results").GetProperty("exact_match").GetDouble();
            differences.Add(GoldenFile.Agrees(scores.Average(), expected) ? null : $"{record.GetProperty("id")}: {scores.Average()} for {expected}");
        }

        GoldenFile.ShouldAllAgree(differences);
    }

    private static List<(string Prediction, string Reference)> Pairs(JsonElement record, string references)
    {
        var input = record.GetProperty("input");
        return [.. input.GetProperty("predictions").EnumerateArray().Zip(
            input.GetProperty(references).EnumerateArray(), (prediction, reference) => (prediction.GetString()!, reference.GetString()!))];
    }

    private static ExactMatchOptions Options(JsonElement parameters) => new()
    {
        IgnoreCase = Flag(parameters, "ignore_case"),
        IgnorePunctuation = Flag(parameters, "ignore_punctuation"),
        IgnoreNumbers = Flag(parameters, "ignore_numbers"),
        RegexesToIgnore = parameters.TryGetProperty("regexes_to_ignore", out var regexes)
            ? [.. regexes.EnumerateArray().Select(regex => regex.GetString()!)]
            : [],
    };

    private static bool Flag(JsonElement parameters, string name) => parameters.TryGetProperty(name, out var flag) && flag.GetBoolean();
}
