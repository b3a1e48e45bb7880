using System.Text.Json;
using Assay.Results;
using Assay.Scoring;
using Assay.Statistics;
using Assay.Tests.Golden;
using Assay.Tests.Running;

namespace Assay.Tests.Statistics;

public sealed class AggregatesGoldenTests
{
    private static readonly (string Name, AggregateKind Kind)[] Logged =
    [
        ("mean", AggregateKind.Mean), ("variance", AggregateKind.Variance), ("p90", AggregateKind.P90),
        ("median", AggregateKind.Median), ("min", AggregateKind.Minimum), ("max", AggregateKind.Maximum),
    ];

    // Three references: the first raises on nulls, which the others drop, as Assay does; it has no median, minimum and maximum.
    [Theory]
    [InlineData("mlflow.metrics.base.standard_aggregations")]
    [InlineData("mlflow.metrics.genai _get_aggregate_results")]
    [InlineData("mlflow.genai.scorers _compute_aggregations (None removed first)")]
    public void Every_aggregate_equals_the_reference(string reference) => GoldenFile.ShouldAllAgree(
        GoldenFile.Read("mlflow_aggregations", record => record.GetProperty("metric").GetString() == "aggregations").Select(record =>
        {
            var expected = record.GetProperty("expected").GetProperty(reference);
            if (expected.TryGetProperty("error", out _) || HasText(record)) return null;
            var actual = SummarizedScores.OfAll(record.GetProperty("input").GetProperty("scores").EnumerateArray()
                .Select(score => score.ValueKind == JsonValueKind.Null ? (double?)null : score.Number()));
            var differing = Logged.Where(logged => expected.TryGetProperty(logged.Name, out var figure) && !Matches(actual, logged.Kind, figure)).Select(logged => logged.Name).ToList();
            return differing.Count > 0 ? $"{record.GetProperty("id")}: {string.Join(", ", differing)} of {string.Join(", ", actual.Aggregates)}" : null;
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
            return pairs.Select(pair => GoldenFile.Agrees(pair.Actual!.Value, pair.Expected)
                ? null
                : $"{record.GetProperty("id")} {pair.Name}: {pair.Actual} for {pair.Expected}");
        }));

    // Scores that are no numbers cannot come to be in Assay.
    private static bool HasText(JsonElement record) => record.GetProperty("input").GetProperty("scores").EnumerateArray()
        .Any(score => score.ValueKind == JsonValueKind.String && score.GetString() is not ("NaN" or "Infinity" or "-Infinity"));

    // Of no scores the reference raises or gives NaN; Assay logs nothing.
    private static bool Matches(ScorerSummary actual, AggregateKind kind, JsonElement expected) => actual.Scored == 0
        ? actual.Aggregates.Count == 0
        : expected.ValueKind == JsonValueKind.Object || GoldenFile.Agrees(actual.Aggregates.Single(figure => figure.Kind == kind).Value, expected.Number());
}
