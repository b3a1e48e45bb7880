using System.Text.Json;
using Assay.Statistics;
using Assay.Tests.Golden;

namespace Assay.Tests.Statistics;

public sealed class ConfidenceIntervalsGoldenTests
{
    [Fact]
    public void Wilson_and_exact_intervals_equal_the_reference() => GoldenFile.ShouldAllAgree(Records("proportion_ci").SelectMany(record =>
    {
        int successes = record.GetProperty("input").GetProperty("successes").GetInt32(), rows = record.GetProperty("input").GetProperty("n").GetInt32();
        var confidence = Confidence(record);
        return new[]
        {
            Difference(record, "wilson", ConfidenceIntervals.Wilson(successes, rows, confidence), 1e-12),
            Difference(record, "wilsoncc", ConfidenceIntervals.CorrectedWilson(successes, rows, confidence), 1e-12),
            Difference(record, "exact", ConfidenceIntervals.ClopperPearson(successes, rows, confidence), 1e-10),
        };
    }));

    // scipy 1.10's own t quantile is off by 2e-9 in one record (4 degrees of freedom, 0.95: the true value is 2.131846786326649).
    [Fact]
    public void Intervals_of_a_mean_equal_the_reference() => GoldenFile.ShouldAllAgree(Records("mean_ci_t").Select(record =>
    {
        var scores = record.GetProperty("input").GetProperty("x").EnumerateArray().Select(x => x.GetDouble()).ToArray();
        var interval = ConfidenceIntervals.StudentT(scores, Confidence(record));
        var expected = record.GetProperty("expected");
        return GoldenFile.Agrees(interval.Low, expected.GetProperty("low").GetDouble(), 1e-8)
            && GoldenFile.Agrees(interval.High, expected.GetProperty("high").GetDouble(), 1e-8)
            && GoldenFile.Agrees(Aggregates.Mean(scores)!.Value, expected.GetProperty("mean").GetDouble(), 1e-9) ? null : $"{record.GetProperty("id")}: {interval}";
    }));

    private static IReadOnlyList<JsonElement> Records(string metric) =>
        GoldenFile.Read("stats", record => record.GetProperty("metric").GetString() == metric);

    private static double Confidence(JsonElement record) => record.GetProperty("params").GetProperty("confidence").GetDouble();

    private static string? Difference(JsonElement record, string method, Interval actual, double relative)
    {
        var expected = record.GetProperty("expected").GetProperty(method);
        double low = expected[0].GetDouble(), high = expected[1].GetDouble();
        return GoldenFile.Agrees(actual.Low, low, relative) && GoldenFile.Agrees(actual.High, high, relative)
            ? null
            : $"{record.GetProperty("id")} {method}: {actual} for {low}, {high}";
    }
}
