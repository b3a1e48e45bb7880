using System.Text.Json;
using Assay.Data;
using Assay.Overlap;
using Assay.Scoring;
using Assay.Tests.Golden;

namespace Assay.Tests.Overlap;

public sealed class SquadGoldenTests
{
    [Theory]
    [InlineData("v1", "f1", "squad_f1")]
    [InlineData("v1", "exact_match", "squad_em")]
    [InlineData("v2", "f1", "squad_f1:version=2")]
    [InlineData("v2", "exact_match", "squad_em:version=2")]
    public async Task Every_answer_equals_the_reference(string version, string figure, string scorer)
    {
        var differences = new List<string?>();
        foreach (var record in GoldenFile.Read("squad"))
        {
            var actual = await Score(scorer, record.GetProperty("input").GetProperty("references"), record);
            var expected = record.GetProperty("expected").GetProperty(version).GetProperty(figure).Number();
            differences.Add(actual is { } value && GoldenFile.Agrees(value, expected) ? null : $"{record.GetProperty("id")}: {actual} for {expected}");
        }

        GoldenFile.ShouldAllAgree(differences);
    }

    [Fact]
    public async Task Every_reference_by_itself_equals_the_reference()
    {
        var differences = new List<string?>();
        foreach (var record in GoldenFile.Read("squad"))
        {
            var expected = record.GetProperty("expected").GetProperty("per_reference_f1_v1").EnumerateArray().ToList();
            foreach (var (reference, figure) in record.GetProperty("input").GetProperty("references").EnumerateArray().Zip(expected))
            {
                var actual = await Score("squad_f1", reference, record);
                differences.Add(actual is { } value && GoldenFile.Agrees(value, figure.Number()) ? null : $"{record.GetProperty("id")}: {actual} for {figure}");
            }
        }

        GoldenFile.ShouldAllAgree(differences);
    }

    [Fact]
    public void Normal_texts_and_what_they_share_equal_the_reference() => GoldenFile.ShouldAllAgree(GoldenFile.Read("squad").Select(record =>
    {
        var (input, expected) = (record.GetProperty("input"), record.GetProperty("expected"));
        var predicted = SquadText.Of(input.GetProperty("prediction").GetString()!);
        var references = input.GetProperty("references").EnumerateArray().Select(reference => SquadText.Of(reference.GetString()!)).ToList();
        var agrees = predicted.Text == expected.GetProperty("normalized_prediction").GetString()
            && references.Select(reference => reference.Text).SequenceEqual(expected.GetProperty("normalized_references").EnumerateArray().Select(text => text.GetString()!))
            && references.Zip(expected.GetProperty("per_reference_pr").EnumerateArray()).All(of => Agrees(predicted, of.First, of.Second));
        return agrees ? null : record.GetProperty("id").GetString();
    }));

    // The reference's precision of an empty answer is 0, as is the recall of an empty reference.
    private static bool Agrees(SquadText predicted, SquadText reference, JsonElement expected)
    {
        double common = Squad.Common(predicted, reference);
        return GoldenFile.Agrees(common / Math.Max(1, predicted.Count), expected.GetProperty("precision").Number())
            && GoldenFile.Agrees(common / Math.Max(1, reference.Count), expected.GetProperty("recall").Number());
    }

    private static async Task<double?> Score(string scorer, JsonElement references, JsonElement record) =>
        (await Scorers.Named(scorer).Single().ScoreAsync(
            new Sample { Output = record.GetProperty("input").GetProperty("prediction").GetString(), Reference = FieldValue.FromJson(references) },
            TestContext.Current.CancellationToken)).Value;
}
