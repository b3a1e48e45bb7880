using System.Text.Json;
using Assay.Data;
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

    private static async Task<double?> Score(string scorer, JsonElement references, JsonElement record) =>
        (await Scorers.Named(scorer).Single().ScoreAsync(
            new Sample { Output = record.GetProperty("input").GetProperty("prediction").GetString(), Reference = FieldValue.FromJson(references) },
            TestContext.Current.CancellationToken)).Value;
}
