using System.Text.Json;
using Assay.Readability;
using Assay.Statistics;
using Assay.Tests.Golden;

namespace Assay.Tests.Readability;

public sealed class ReadabilityColumnsTests
{
    private static readonly IReadOnlyList<JsonElement> Records = GoldenFile.Read(
        "mlflow_columns", record => record.GetProperty("metric").GetString()!.Contains("flesch_kincaid", StringComparison.Ordinal));

    [Fact]
    public void Scores_and_aggregates_of_whole_columns_equal_what_MLflow_logs() => GoldenFile.ShouldAllAgree(Records.SelectMany(record =>
    {
        var counts = record.GetProperty("input").GetProperty("predictions").EnumerateArray()
            .Select(text => TextCounter.English.Count(text.GetString())).ToList();
        var expected = record.GetProperty("expected");
        return new[]
        {
            Difference(counts.Select(count => ReadabilityFormulas.FleschKincaidGrade(count)), expected.GetProperty("flesch_kincaid_grade_level/v1")),
            Difference(counts.Select(count => ReadabilityFormulas.AutomatedReadabilityIndex(count)), expected.GetProperty("ari_grade_level/v1")),
        };
    }));

    private static string? Difference(IEnumerable<double> scores, JsonElement expected)
    {
        var column = new ScoreColumn();
        foreach (var score in scores) column.Add(score);
        var logged = expected.GetProperty("aggregate_results");
        var set = column.Aggregate();
        var agrees = column.Scores.ToArray().Zip(expected.GetProperty("scores").EnumerateArray()).All(pair => GoldenFile.Agrees(pair.First, pair.Second.Number()))
            && GoldenFile.Agrees(set.Mean!.Value, logged.GetProperty("mean").Number())
            && GoldenFile.Agrees(set.Variance!.Value, logged.GetProperty("variance").Number())
            && GoldenFile.Agrees(set.P90!.Value, logged.GetProperty("p90").Number());
        return agrees ? null : $"{set} for {logged}";
    }
}
