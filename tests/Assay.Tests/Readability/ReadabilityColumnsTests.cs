using System.Text.Json;
using Assay.Readability;
using Assay.Tests.Golden;
using Assay.Tests.Running;

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
        var column = scores.ToList();
        var summary = SummarizedScores.Of(column.Select(score => (double?)score));
        var logged = expected.GetProperty("aggregate_results");
        var agrees = column.Zip(expected.GetProperty("scores").EnumerateArray()).All(pair => GoldenFile.Agrees(pair.First, pair.Second.Number()))
            && summary.Aggregates.All(figure => GoldenFile.Agrees(figure.Value, logged.GetProperty(figure.Key.Split('/')[^1]).Number()));
        return agrees ? null : $"{string.Join(", ", summary.Aggregates)} for {logged}";
    }
}
