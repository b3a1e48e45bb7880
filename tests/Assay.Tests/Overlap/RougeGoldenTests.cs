using System.Text.Json;
using Assay.Data;
using Assay.Overlap;
using Assay.Scoring;
using Assay.Tests.Golden;
using Assay.Tests.Running;

namespace Assay.Tests.Overlap;

public sealed class RougeGoldenTests
{
    private static readonly (string Name, Func<RougePair, RougeScore> Measure)[] Measures =
    [
        ("rouge1", pair => pair.Ngrams(1)), ("rouge2", pair => pair.Ngrams(2)), ("rouge3", pair => pair.Ngrams(3)), ("rouge4", pair => pair.Ngrams(4)),
        ("rougeL", pair => pair.Subsequence()), ("rougeLsum", pair => pair.Summary()),
    ];

    [Theory]
    [InlineData("nostem", false)]
    [InlineData("stem", true)]
    public void Precision_recall_and_F_equal_the_reference(string variant, bool stemmer) => GoldenFile.ShouldAllAgree(GoldenFile.Read("rouge").SelectMany(record =>
    {
        var input = record.GetProperty("input");
        var pair = RougePair.Of(
            input.GetProperty("prediction").GetString()!, input.GetProperty("references")[0].GetString()!, new RougeOptions { Stemmer = stemmer });
        var expected = record.GetProperty("single_first_reference").GetProperty(variant);
        return Measures.Where(measure => expected.TryGetProperty(measure.Name, out _)).Select(measure => Difference(record, measure.Name, measure.Measure(pair), expected.GetProperty(measure.Name)));
    }));

    [Theory]
    [InlineData("nostem", "")]
    [InlineData("stem", ":stemmer=true")]
    public async Task Of_several_references_the_best_counts(string variant, string parameters)
    {
        var differences = new List<string?>();
        foreach (var record in GoldenFile.Read("rouge", record => record.TryGetProperty("score_multi", out _)))
        {
            var input = record.GetProperty("input");
            foreach (var expected in record.GetProperty("score_multi").GetProperty(variant).EnumerateObject())
            {
                var actual = await Score(expected.Name + parameters, input.GetProperty("prediction"), input.GetProperty("references"));
                differences.Add(GoldenFile.Agrees(actual, expected.Value.GetProperty("fmeasure").GetDouble()) ? null
                    : $"{record.GetProperty("id")} {expected.Name}: {actual} for {expected.Value}");
            }
        }

        GoldenFile.ShouldAllAgree(differences);
    }

    [Theory]
    [InlineData("hf_no_aggregator", "nostem", "")]
    [InlineData("hf_no_aggregator", "stem", ":stemmer=true")]
    [InlineData("hf_no_aggregator_multi", "nostem", "")]
    [InlineData("hf_no_aggregator_multi", "stem", ":stemmer=true")]
    public async Task Columns_equal_those_of_evaluate(string kind, string variant, string parameters)
    {
        var differences = new List<string?>();
        foreach (var record in GoldenFile.Read("rouge_columns", record => record.TryGetProperty(kind, out _)))
            foreach (var column in record.GetProperty(kind).GetProperty(variant).EnumerateObject())
                differences.Add(Difference(record, column.Name, await Column(record, kind, column.Name + parameters), column.Value));

        GoldenFile.ShouldAllAgree(differences);
    }

    [Fact]
    public async Task Columns_and_aggregates_equal_those_of_MLflow()
    {
        var differences = new List<string?>();
        foreach (var record in GoldenFile.Read("rouge_columns"))
        {
            foreach (var metric in record.GetProperty("mlflow").EnumerateObject())
            {
                var name = metric.Name[..^"/v1".Length];
                var scores = await Column(record, "mlflow", name);
                differences.Add(Difference(record, name, scores, metric.Value.GetProperty("scores")));
                var logged = SummarizedScores.Of(scores.Select(score => (double?)score), Scorers.Named(name).Single()).Aggregates;
                differences.AddRange(metric.Value.GetProperty("aggregate_results").EnumerateObject().Select(figure =>
                    logged.Single(one => one.Key == $"{metric.Name}/{figure.Name}").Value is { } value && GoldenFile.Agrees(value, figure.Value.GetDouble())
                        ? null : $"{record.GetProperty("id")} {metric.Name}/{figure.Name}"));
            }
        }

        GoldenFile.ShouldAllAgree(differences);
    }

    private static async Task<List<double>> Column(JsonElement record, string kind, string scorer)
    {
        var input = record.GetProperty("input");
        var references = input.GetProperty(kind.EndsWith("multi", StringComparison.Ordinal) ? "multi_references" : "references");
        var scores = new List<double>();
        foreach (var (prediction, reference) in input.GetProperty("predictions").EnumerateArray().Zip(references.EnumerateArray()))
            scores.Add(await Score(scorer, prediction, reference));
        return scores;
    }

    private static async Task<double> Score(string scorer, JsonElement prediction, JsonElement reference)
    {
        var sample = new Sample { Output = prediction.GetString(), Reference = FieldValue.FromJson(reference) };
        return (await Scorers.Named(scorer).Single().ScoreAsync(sample, TestContext.Current.CancellationToken)).Value!.Value;
    }

    private static string? Difference(JsonElement record, string name, RougeScore actual, JsonElement expected) =>
        GoldenFile.Agrees(actual.Precision, expected.GetProperty("precision").GetDouble())
        && GoldenFile.Agrees(actual.Recall, expected.GetProperty("recall").GetDouble())
        && GoldenFile.Agrees(actual.F, expected.GetProperty("fmeasure").GetDouble()) ? null : $"{record.GetProperty("id")} {name}: {actual} for {expected}";

    private static string? Difference(JsonElement record, string name, List<double> actual, JsonElement expected) =>
        actual.Zip(expected.EnumerateArray()).All(pair => GoldenFile.Agrees(pair.First, pair.Second.GetDouble())) && actual.Count == expected.GetArrayLength()
            ? null : $"{record.GetProperty("id")} {name}: {string.Join(", ", actual)} for {expected}";
}
