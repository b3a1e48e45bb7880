using System.Text.Json;
using Assay.Statistics;
using Assay.Tests.Golden;

namespace Assay.Tests.Statistics;

public sealed class AggregatesGoldenTests
{
    // Two references: the first raises on nulls, which the second drops, as Assay does.
    [Theory]
    [InlineData("mlflow.metrics.base.standard_aggregations")]
    [InlineData("mlflow.metrics.genai _get_aggregate_results")]
    public void Every_aggregate_equals_the_reference(string reference) => GoldenFile.ShouldAllAgree(
        GoldenFile.Read("mlflow_aggregations", record => record.GetProperty("metric").GetString() == "aggregations").Select(record =>
        {
            var expected = record.GetProperty("expected").GetProperty(reference);
            if (expected.TryGetProperty("error", out _) || HasText(record)) return null;
            var actual = Column(record.GetProperty("input").GetProperty("scores")).Aggregate();
            var differing = expected.EnumerateObject().Where(pair => !Matches(Named(actual, pair.Name), pair.Value, actual.Scored)).Select(pair => pair.Name);
            return differing.Any() ? $"{record.GetProperty("id")}: {string.Join(", ", differing)} of {actual}" : null;
        }));

    [Fact]
    public void Every_percentile_equals_the_reference() => GoldenFile.ShouldAllAgree(
        GoldenFile.Read("mlflow_aggregations", record => record.GetProperty("metric").GetString() == "numpy.percentile").SelectMany(record =>
        {
            var values = record.GetProperty("input").GetProperty("values").EnumerateArray().Select(value => value.Number()).ToArray();
            var sorted = values.Order().ToArray();
            var percents = record.GetProperty("input").GetProperty("q").EnumerateArray().Select(percent => percent.GetDouble());
            var expected = record.GetProperty("expected");
            var pairs = percents.Zip(expected.GetProperty("linear").EnumerateArray(), (percent, value) =>
                (Name: $"p{percent}", Actual: Aggregates.Percentile(sorted, percent), Expected: value.Number())).ToList();
            pairs.Add(("mean", Aggregates.Mean(values), expected.GetProperty("mean").Number()));
            pairs.Add(("variance", Aggregates.Variance(values), expected.GetProperty("var_ddof0").Number()));
            pairs.Add(("median", Aggregates.Median(sorted), expected.GetProperty("median").Number()));
            return pairs.Select(pair => GoldenFile.Agrees(pair.Actual!.Value, pair.Expected)
                ? null
                : $"{record.GetProperty("id")} {pair.Name}: {pair.Actual} for {pair.Expected}");
        }));

    // Scores that are no numbers cannot come to be in Assay.
    private static bool HasText(JsonElement record) => record.GetProperty("input").GetProperty("scores").EnumerateArray()
        .Any(score => score.ValueKind == JsonValueKind.String && score.GetString() is not ("NaN" or "Infinity" or "-Infinity"));

    private static ScoreColumn Column(JsonElement scores)
    {
        var column = new ScoreColumn();
        foreach (var score in scores.EnumerateArray())
            column.Add(score.ValueKind == JsonValueKind.Null ? null : score.Number());
        return column;
    }

    private static double? Named(AggregateSet set, string name) => name switch
    {
        "mean" => set.Mean,
        "variance" => set.Variance,
        "p90" => set.P90,
        "median" => set.Median,
        "min" => set.Minimum,
        "max" => set.Maximum,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    // Of no scores the reference raises or gives NaN; Assay gives null.
    private static bool Matches(double? actual, JsonElement expected, int scored) =>
        scored == 0 ? actual is null : expected.ValueKind == JsonValueKind.Object || actual is { } value && GoldenFile.Agrees(value, expected.Number());
}
